using ControlStrategy.GraphQL.Grouping;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Finds the one list of an operation: a connection, a plain list, or a list inside one object.</summary>
internal static class ListFinder
{
    /// <exception cref="RequestException">The operation has several root fields, or does not select exactly one list.</exception>
    public static ExportedList Find(IReadOnlyList<SelectedField> roots)
    {
        if (roots is not [var root]) throw Errors.ExportRootFields(roots.Select(field => field.ResponseName));
        ExportedList[] found = [.. In(root)];
        return found is [var list] ? list : throw Errors.ExportLists(root.ResponseName, found.Select(other => string.Join('.', other.Path)));
    }

    private static IEnumerable<ExportedList> In(SelectedField field)
    {
        if (field.Definition is not { } definition) return [];
        if (field.Field<EntityListRoot>() is not null || field.Field<GroupRoot>() is not null || field.Field<CollectionField>() is { IsPaged: true }) return InConnection(field);
        if (definition.ResolvedType!.GetNamedType() is not IObjectGraphType) return [];
        return IsList(definition.ResolvedType) ? [new ExportedList(field, field, field.Selection, [])] : InObject(field);
    }

    public static bool IsList(IGraphType? type) => type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };

    private static IEnumerable<ExportedList> InObject(SelectedField field) =>
        from inner in field.Selection.Fields
        from found in In(inner)
        select found with { Root = Only(field, found.Root), Path = [inner.ResponseName, .. found.Path] };

    private static IEnumerable<ExportedList> InConnection(SelectedField field)
    {
        foreach (var member in field.Selection.Fields)
        {
            if (member.FieldName == "nodes")
                yield return new ExportedList(Only(field, member), field, member.Selection, [member.ResponseName]);
            if (member.FieldName != "edges") continue;
            foreach (var node in member.Selection.Fields.Where(part => part.FieldName == "node"))
                yield return new ExportedList(Only(field, Only(member, node)), field, node.Selection, [member.ResponseName, node.ResponseName]);
        }
    }

    private static SelectedField Only(SelectedField field, SelectedField inner) =>
        field with { Selection = field.Selection with { Fields = [inner] } };
}
