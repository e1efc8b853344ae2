using Where = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Whether an object meets a filter.</summary>
internal static class Filters
{
    public static bool Meets(object row, Where? where) => where is null || where.All(part => Holds(row, part.Key, part.Value));

    private static bool Holds(object row, string name, object? given)
    {
        if (name is "and" or "or") return Combined(name, given, part => Meets(row, part));
        var property = row.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!;
        if (IsScalar(property.PropertyType)) return given is null || Compares(LibraryRows.Read(row, name), (Where)given, property.PropertyType);
        if (LibraryRows.Read(row, name) is List<object> entries) return given is null || ((Where)given).All(part => Quantified(entries, part.Key, part.Value, property.PropertyType.GetGenericArguments()[0]));
        var related = LibraryRows.Read(row, name);
        return given is null ? related is null : related is not null && Meets(related, (Where)given);
    }

    private static bool Compares(object? cell, Where operations, Type column) => operations.All(part =>
        part.Key is "and" or "or" ? Combined(part.Key, part.Value, inner => Compares(cell, inner, column)) : Operators.Holds(part.Key, cell, part.Value, column));

    /// <summary>What is not given asks nothing, and neither does an empty list.</summary>
    private static bool Combined(string name, object? given, Func<Where, bool> meets)
    {
        if (given is null) return true;
        var parts = Inputs.AsList(given).Cast<Where>().ToList();
        return parts.Count == 0 || (name == "and" ? parts.All(meets) : parts.Any(meets));
    }

    private static Where Without(Where given) => given.Where(part => part.Key != "where").ToDictionary();

    private static bool Quantified(List<object> entries, string quantifier, object? given, Type type) => given is null || quantifier switch
    {
        "any" => entries.Count > 0 == (bool)given,
        "some" => entries.Any(entry => Meets(entry, (Where)given)),
        "none" => !entries.Any(entry => Meets(entry, (Where)given)),
        "all" => entries.All(entry => Meets(entry, (Where)given)),
        "count" => Compares(Children.Number(entries, "count", "", (Where)given), Without((Where)given), typeof(int)),
        "sum" or "min" or "max" => Without((Where)given).All(part => part.Value is null || Compares(Children.Number(entries, quantifier, part.Key, (Where)given), (Where)part.Value, Children.TypeOf(quantifier, part.Key, type))),
        _ => throw new NotSupportedException(quantifier),
    };

    private static bool IsScalar(Type type) => type == typeof(string) || type.IsValueType;
}
