using System.Runtime.CompilerServices;
using ControlStrategy.GraphQL.Exporting;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>A root field's selection, read once per document; two are the same only if they are one.</summary>
/// <param name="Root">The root field.</param>
/// <param name="WithArguments">Where the fields with arguments are written, by their index.</param>
/// <param name="Fields">Those fields, by the same index; null where an export has no use for one.</param>
internal sealed record ReadSelection(SelectedField Root, IReadOnlyList<GraphQLField> WithArguments, SelectedField?[] Fields)
{
    /// <summary>The list that is asked for as a file; null in an ordinary request.</summary>
    public ExportedList? Exported { get; private init; }

    public static ReadSelection Of(OperationValues values, PlannedRoot root)
    {
        var reader = new SelectionReader(values.Document, values.Directives);
        return Of(reader.Read(values.Operation, root.ResponseName, root.Definition), reader);
    }

    /// <exception cref="RequestException">The operation does not select exactly one list.</exception>
    public static ReadSelection OfExport(OperationValues values, IObjectGraphType query)
    {
        var reader = new SelectionReader(values.Document, values.Directives);
        var list = ListFinder.Find(reader.ReadAll(values.Operation, query));
        return Of(list.Root, reader) with { Exported = list };
    }

    public bool Equals(ReadSelection? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static ReadSelection Of(SelectedField root, SelectionReader reader)
    {
        var fields = new SelectedField?[reader.FieldsWithArguments.Count];
        Index(root, fields);
        return new ReadSelection(root, reader.FieldsWithArguments, fields);
    }

    private static void Index(SelectedField field, SelectedField?[] fields)
    {
        if (field.ArgumentsIndex >= 0) fields[field.ArgumentsIndex] = field;
        foreach (var inner in field.Selection.Fields)
            Index(inner, fields);
    }
}
