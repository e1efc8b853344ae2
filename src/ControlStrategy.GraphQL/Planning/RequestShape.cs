using System.Text;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>The shape of a request without its values, which is the key of its plan, and the values in the order the plan wants them.</summary>
internal sealed class RequestShape
{
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];

    public IReadOnlyList<object?> Values => _values;

    public RequestShape Append(string text)
    {
        _text.Append(text);
        return this;
    }

    public RequestShape Append(char character)
    {
        _text.Append(character);
        return this;
    }

    /// <summary>Adds a value and tells its place.</summary>
    public int AddValue(object? value)
    {
        _values.Add(value);
        _text.Append('?');
        return _values.Count - 1;
    }

    public string Key => _text.ToString();

    /// <summary>Where the text stands now, to cut out a part of it later.</summary>
    public int Length => _text.Length;

    public string Since(int start) => _text.ToString(start, _text.Length - start);
}
