using System.Globalization;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Numbers computed from the entries of a list.</summary>
internal static class Children
{
    public static object? Number(IEnumerable<object> entries, string function, string column, IReadOnlyDictionary<string, object?> given)
    {
        var met = entries.Where(entry => Filters.Meets(entry, given.GetValueOrDefault("where") as IReadOnlyDictionary<string, object?>)).ToList();
        if (function == "count") return met.Count;
        var values = met.Select(entry => LibraryRows.Read(entry, column)).OfType<object>().ToList();
        if (function == "min") return values.Order(Comparer<object>.Create(Scalars.Compare)).FirstOrDefault();
        if (function == "max") return values.Order(Comparer<object>.Create(Scalars.Compare)).LastOrDefault();
        return values.FirstOrDefault() is decimal ? values.Sum(value => (decimal)value) : values.Sum(value => Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    public static Type TypeOf(string function, string column, Type entry)
    {
        var type = entry.GetProperty(char.ToUpperInvariant(column[0]) + column[1..])!.PropertyType;
        return function == "sum" && (Nullable.GetUnderlyingType(type) ?? type) == typeof(int) ? typeof(long) : type;
    }
}
