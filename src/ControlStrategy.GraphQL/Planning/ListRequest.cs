using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>The arguments of one list, without values.</summary>
/// <param name="Where">Its filter.</param>
/// <param name="Order">Its order, total.</param>
/// <param name="Page">Its page; null for a plain list.</param>
/// <param name="CursorScope">What its cursors are good for; null when it has none.</param>
internal sealed record ListRequest(Filter? Where, IReadOnlyList<SortKey> Order, PageRequest? Page, byte[]? CursorScope);

/// <summary>Reads the arguments of lists.</summary>
internal sealed class ListRequestReader(EngineOptions options, CursorSigner signer, RequestShape shape)
{
    /// <summary>Whether the list is asked for whole instead of a page of it.</summary>
    public bool IsWhole { get; init; }

    public ListRequest Read(string list, Entity entity, bool isPaged, IDictionary<string, ArgumentValue>? arguments)
    {
        var shapeStart = shape.Length;
        var valueStart = shape.Values.Count;
        shape.Append('(');
        var where = new FilterReader(options, shape).Read(entity, Value(arguments, "where"));
        shape.Append('|');
        var order = SortReader.Read(entity, Value(arguments, "order"), options.Limits, shape);
        if (!isPaged)
        {
            shape.Append(')');
            return new ListRequest(where, order, null, null);
        }
        var scope = CursorSigner.Scope(list, shape.Since(shapeStart), shape.Values.Skip(valueStart));
        var page = Page(arguments, order, scope);
        shape.Append(')');
        return new ListRequest(where, order, page, scope);
    }

    private PageRequest Page(IDictionary<string, ArgumentValue>? arguments, IReadOnlyList<SortKey> order, byte[] scope)
    {
        var (rows, isBackward) = IsWhole ? (PageRequest.ReadTotal(arguments), false) : PageRequest.ReadSize(arguments, options.Limits);
        shape.Append(isBackward ? 'L' : 'F');
        var after = Cursor(arguments, "after", order, scope);
        shape.Append(',');
        var before = Cursor(arguments, "before", order, scope);
        return new PageRequest(rows, isBackward, shape.AddValue(IsWhole ? rows : rows + 1), after, before);
    }

    private CursorValues? Cursor(IDictionary<string, ArgumentValue>? arguments, string name, IReadOnlyList<SortKey> order, byte[] scope) =>
        Value(arguments, name) is string cursor ? CursorValues.Add(signer.Decode(scope, cursor, name, order), shape) : null;

    private static object? Value(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var argument) ? argument.Value : null;
}
