using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>How many values an answer can have at most, told from page sizes before anything runs.</summary>
internal static class CellCount
{
    /// <summary>Entries a plain list counts for.</summary>
    public const int PlainListEntries = 100;

    /// <summary>The most values a root field can answer with; never overflows.</summary>
    public static double Of(SelectedField field, IReadOnlyList<ListRequest?> lists)
    {
        if (field.Selection.Fields.Count == 0) return 1;
        var isList = field.Field<EntityListRoot>() is not null || field.Field<GroupRoot>() is not null || field.Field<CollectionField>() is not null;
        if (!isList) return OfAll(field.Selection, lists);
        if (lists[field.ArgumentsIndex]!.Page is not { } page) return PlainListEntries * OfAll(field.Selection, lists);
        return OfPage(field.Selection, page.Rows, lists);
    }

    /// <summary>The most values one row can have.</summary>
    public static double OfRow(Selection row, IReadOnlyList<ListRequest?> lists) => OfAll(row, lists);

    private static double OfPage(Selection connection, int rows, IReadOnlyList<ListRequest?> lists) =>
        connection.Fields.Sum(member => member.FieldName is "nodes" or "edges" ? rows * OfAll(member.Selection, lists) : Of(member, lists));

    private static double OfAll(Selection selection, IReadOnlyList<ListRequest?> lists) => selection.Fields.Sum(field => Of(field, lists));
}
