namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Every operator of a scalar filter, said as plainly as possible.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, Func<object?, object?, bool>> Pairs = new()
    {
        ["eq"] = (cell, given) => IsSame(cell, given),
        ["neq"] = (cell, given) => !IsSame(cell, given),
        ["gt"] = (cell, given) => cell is not null && given is not null && Scalars.Compare(cell, given) > 0,
        ["ngt"] = (cell, given) => !(cell is not null && given is not null && Scalars.Compare(cell, given) > 0),
        ["gte"] = (cell, given) => cell is not null && given is not null && Scalars.Compare(cell, given) >= 0,
        ["ngte"] = (cell, given) => !(cell is not null && given is not null && Scalars.Compare(cell, given) >= 0),
        ["lt"] = (cell, given) => cell is not null && given is not null && Scalars.Compare(cell, given) < 0,
        ["nlt"] = (cell, given) => !(cell is not null && given is not null && Scalars.Compare(cell, given) < 0),
        ["lte"] = (cell, given) => cell is not null && given is not null && Scalars.Compare(cell, given) <= 0,
        ["nlte"] = (cell, given) => !(cell is not null && given is not null && Scalars.Compare(cell, given) <= 0),
        ["contains"] = (cell, given) => cell is string text && given is string part && text.Contains(part, StringComparison.Ordinal),
        ["ncontains"] = (cell, given) => !(cell is string text && given is string part && text.Contains(part, StringComparison.Ordinal)),
        ["startsWith"] = (cell, given) => cell is string text && given is string part && text.StartsWith(part, StringComparison.Ordinal),
        ["nstartsWith"] = (cell, given) => !(cell is string text && given is string part && text.StartsWith(part, StringComparison.Ordinal)),
        ["endsWith"] = (cell, given) => cell is string text && given is string part && text.EndsWith(part, StringComparison.Ordinal),
        ["nendsWith"] = (cell, given) => !(cell is string text && given is string part && text.EndsWith(part, StringComparison.Ordinal)),
    };

    private const string IgnoreCase = "IgnoreCase";
    private static readonly string[] Texts = ["eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] Lists = ["in", "nin"];

    public static IEnumerable<string> Known => [.. Pairs.Keys, .. Lists, .. Texts.Select(name => name + IgnoreCase)];

    public static bool Holds(string name, object? cell, object? given, Type column)
    {
        if (name.EndsWith(IgnoreCase, StringComparison.Ordinal)) return HoldsIgnoringCase(name[..^IgnoreCase.Length], (string?)cell, given);
        if (name == "in") return IsOneOf(cell, given, column);
        if (name == "nin") return !IsOneOf(cell, given, column);
        return Pairs[name](cell, Scalars.Given(given, column));
    }

    /// <summary>As .NET compares texts whose case does not matter.</summary>
    private static bool HoldsIgnoringCase(string name, string? cell, object? given) => name switch
    {
        "neq" => !HoldsIgnoringCase("eq", cell, given),
        _ when name[0] == 'n' => !HoldsIgnoringCase(name[1..], cell, given),
        "eq" => string.Equals(cell, (string?)given, StringComparison.OrdinalIgnoreCase),
        "in" => given is not null && Inputs.AsList(given).Any(item => string.Equals(cell, (string?)item, StringComparison.OrdinalIgnoreCase)),
        _ when cell is null || given is null => false,
        "contains" => cell.Contains((string)given, StringComparison.OrdinalIgnoreCase),
        "startsWith" => cell.StartsWith((string)given, StringComparison.OrdinalIgnoreCase),
        "endsWith" => cell.EndsWith((string)given, StringComparison.OrdinalIgnoreCase),
        _ => throw new NotSupportedException(name),
    };

    /// <summary>No list has nothing in it.</summary>
    private static bool IsOneOf(object? cell, object? given, Type column) =>
        given is not null && Inputs.AsList(given).Any(item => IsSame(cell, Scalars.Given(item, column)));

    private static bool IsSame(object? left, object? right) =>
        left is null || right is null ? left is null && right is null : Scalars.Compare(left, right) == 0;
}
