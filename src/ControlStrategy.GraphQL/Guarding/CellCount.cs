using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>How many values an answer can have at most, told from page sizes before anything runs.</summary>
internal static class CellCount
{
    /// <summary>Entries that a plain list counts for unless its mapping says otherwise.</summary>
    public const int PlainListEntries = 100;

    /// <summary>The most values a root field can answer with; never overflows.</summary>
    public static double Of(SelectedField field, IReadOnlyList<ListRequest?> lists)
    {
        if (field.Selection.Fields.Count == 0) return 1;
        if (field.Field<CollectionField>() is { IsPaged: false } plain) return plain.MostEntries * OfAll(field.Selection, lists);
        if (IsPaged(field)) return OfPage(field.Selection, lists[field.ArgumentsIndex]!.Page!.Rows, lists);
        var cells = OfAll(field.Selection, lists);
        // A hand-written field bounds its own records, but not what is selected below them.
        return IsList(field.Definition?.ResolvedType) && HoldsLists(field.Selection) ? PlainListEntries * cells : cells;
    }

    /// <summary>The most values one row can have.</summary>
    public static double OfRow(Selection row, IReadOnlyList<ListRequest?> lists) => OfAll(row, lists);

    private static double OfPage(Selection connection, int rows, IReadOnlyList<ListRequest?> lists) =>
        connection.Fields.Sum(member => member.FieldName is "nodes" or "edges" ? rows * OfAll(member.Selection, lists) : Of(member, lists));

    private static double OfAll(Selection selection, IReadOnlyList<ListRequest?> lists) => selection.Fields.Sum(field => Of(field, lists));

    private static bool IsPaged(SelectedField field) =>
        field.Field<EntityListRoot>() is not null || field.Field<GroupRoot>() is not null || field.Field<CollectionField>() is not null;

    private static bool IsList(IGraphType? type) => type is ListGraphType || (type is NonNullGraphType { ResolvedType: { } inner } && IsList(inner));

    private static bool HoldsLists(Selection selection) => selection.Fields.Any(field => field.Field<CollectionField>() is not null || HoldsLists(field.Selection));
}
