namespace ControlStrategy.Data.Importing.Writing;

/// <summary>The columns rows are written by.</summary>
/// <param name="Keys">Those that name one row.</param>
/// <param name="Values">Those that another value of makes a correction.</param>
/// <param name="Others">Those that come with a new row and are not compared.</param>
internal sealed record StoredColumns(IReadOnlyList<string> Keys, IReadOnlyList<string> Values, params IReadOnlyList<string> Others)
{
    /// <summary>All of them, in the order rows are staged in.</summary>
    public IReadOnlyList<string> All { get; } = [.. Keys, .. Values, .. Others];

    /// <summary>The condition that a row held is named as a staged one is.</summary>
    public string SameKey { get; } = string.Join(" AND ", Keys.Select(name => $"held.\"{name}\" = staged.\"{name}\""));

    /// <summary>The condition that the two have the same values.</summary>
    public string SameValues { get; } =
        string.Join(" AND ", Values.Select(name => $"held.\"{name}\" IS NOT DISTINCT FROM staged.\"{name}\""));

    /// <summary>The names, after the alias of a table where one is needed.</summary>
    public static string Quoted(IEnumerable<string> names, string alias = "") =>
        string.Join(", ", names.Select(name => $"{alias}\"{name}\""));
}
