using System.Globalization;
using System.Text.Json;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Arguments of a random query: written as literals, or given by variables.</summary>
internal sealed class RandomValues(Random random, SchemaMap schema)
{
    private readonly List<string> _declarations = [];
    private readonly Dictionary<string, object?> _variables = [];

    public IReadOnlyList<string> Declarations => _declarations;

    public IReadOnlyDictionary<string, object?> Variables => _variables;

    public bool Chance(int percent) => random.Next(100) < percent;

    public T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A Boolean for <c>@skip</c> or <c>@include</c>.</summary>
    public string Condition() => Chance(50) ? (Chance(50) ? "true" : "false") : Declare("Boolean!", Chance(50));

    /// <summary>A cursor's place, filled when cursors are known.</summary>
    public string CursorVariable()
    {
        _declarations.Add($"$v{_declarations.Count}: String");
        return $"$v{_declarations.Count - 1}";
    }

    /// <summary>A literal, or a variable: given, null, left out, or with a default.</summary>
    public string Scalar(string scalar, bool isRequired)
    {
        var value = !isRequired && Chance(10) ? null : OneOf(EdgeValues.Given(scalar));
        if (!Chance(40)) return Literal(value, scalar);
        if (isRequired) return Declare(scalar + "!", value!);
        return random.Next(4) switch
        {
            0 => Omitted(scalar),
            1 => Omitted($"{scalar} = {Literal(value, scalar)}"),
            _ => Declare(scalar, value),
        };
    }

    public string Size(int most) => Chance(70) ? random.Next(most + 1).ToString(CultureInfo.InvariantCulture) : Declare("Int", random.Next(most + 1));

    public string Declare(string type, object? value)
    {
        _variables.Add($"v{_declarations.Count}", value);
        _declarations.Add($"$v{_declarations.Count}: {type}");
        return $"$v{_declarations.Count - 1}";
    }

    private string Omitted(string type)
    {
        _declarations.Add($"$v{_declarations.Count}: {type}");
        return $"$v{_declarations.Count - 1}";
    }

    private string Literal(object? value, string scalar) => value switch
    {
        null => "null",
        string text when schema[scalar].Kind == "ENUM" => text,
        string text => JsonSerializer.Serialize(text),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}
