using System.Globalization;
using System.Text.Json;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Arguments of a random query: written as literals, or given by variables where that is allowed.</summary>
internal sealed class RandomValues(Random random, SchemaMap schema, bool mayDeclare = true)
{
    private static readonly string[] Directions = ["ASC", "DESC"];
    private static readonly object NotGiven = new();
    private readonly List<string> _declarations = [];
    private readonly Dictionary<string, Func<object?>> _draws = [];

    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>Values for the variables, others each time; those of cursors are missing.</summary>
    public Dictionary<string, object?> Draw() =>
        _draws.Select(draw => KeyValuePair.Create(draw.Key, draw.Value())).Where(drawn => drawn.Value != NotGiven).ToDictionary();

    public bool Chance(int percent) => random.Next(100) < percent;

    public T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A Boolean for <c>@skip</c> or <c>@include</c>.</summary>
    public string Condition() => Chance(50) ? (Chance(50) ? "true" : "false") : Declare("Boolean!", () => Chance(50));

    /// <summary>A cursor's place, filled when cursors are known.</summary>
    public string CursorVariable() => Declare("String", () => NotGiven);

    /// <summary>A literal, or a variable: given, null, left out, or with a default.</summary>
    public string Scalar(string scalar)
    {
        var values = EdgeValues.Given(scalar);
        if (!mayDeclare || Chance(60)) return Literal(Chance(10) ? null : OneOf(values), scalar);
        var type = Chance(25) ? $"{scalar} = {Literal(OneOf(values), scalar)}" : scalar;
        return Declare(type, () => Chance(15) ? (Chance(50) ? null : NotGiven) : OneOf(values));
    }

    public string Size(int most) => Chance(70) ? random.Next(most + 1).ToString(CultureInfo.InvariantCulture) : Declare("Int", () => random.Next(most + 1));

    public string Direction() => !mayDeclare || Chance(80) ? OneOf(Directions) : Declare("SortEnumType!", () => OneOf(Directions));

    private string Declare(string type, Func<object?> draw)
    {
        var name = $"v{_declarations.Count}";
        _draws.Add(name, draw);
        _declarations.Add($"${name}: {type}");
        return "$" + name;
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
