using ControlStrategy.GraphQL.Planning;
using GraphQL;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>A member of a row: a value, or an object whose members are columns.</summary>
/// <param name="Parts">The object's members; null for a value.</param>
/// <param name="Width">How many columns it takes.</param>
internal sealed record CsvMember(IReadOnlyList<CsvMember>? Parts, int Width);

/// <summary>The columns of a CSV file, told from the selection: an empty list has them too.</summary>
/// <param name="Names">The header: response names, dotted over objects. They are letters, digits, underscores and dots, so they are never quoted.</param>
/// <param name="Members">The row's members in the order of its JSON.</param>
internal sealed record CsvColumns(IReadOnlyList<string> Names, IReadOnlyList<CsvMember> Members)
{
    /// <exception cref="RequestException">There is a list inside the row, or no value at all.</exception>
    public static CsvColumns Of(Selection row)
    {
        var names = new List<string>();
        var members = Read(row, "", names);
        return names.Count > 0 ? new CsvColumns(names, members) : throw Errors.ExportNoColumns();
    }

    private static List<CsvMember> Read(Selection selection, string prefix, List<string> names) =>
        [.. selection.Fields.Select(field => Read(field, prefix + field.ResponseName, names))];

    private static CsvMember Read(SelectedField field, string name, List<string> names)
    {
        if (ListFinder.IsList(field.Definition?.ResolvedType)) throw Errors.ExportNestedList(name);
        if (field.Definition?.ResolvedType!.GetNamedType() is IObjectGraphType)
        {
            var before = names.Count;
            var parts = Read(field.Selection, name + ".", names);
            return new CsvMember(parts, names.Count - before);
        }
        names.Add(name);
        return new CsvMember(null, 1);
    }
}
