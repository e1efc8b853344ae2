using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>The arguments of one list, without values. Not sealed: groups are a list with more arguments.</summary>
/// <param name="Where">Its filter.</param>
/// <param name="Order">Its order, total.</param>
/// <param name="Page">Its page; null for a plain list.</param>
/// <param name="CursorScope">What its cursors are good for; null when it has none.</param>
internal record ListRequest(Filter? Where, IReadOnlyList<SortKey> Order, PageRequest? Page, byte[]? CursorScope)
{
    /// <summary>Name of the model's filter that the list does without; null where all hold.</summary>
    public string? LiftedFilter { get; init; }
}

/// <summary>Reads the arguments of lists.</summary>
internal sealed class ListRequestReader(EngineOptions options, RequestShape shape, PageReader pages, ReadGuard guard)
{
    public ListRequest Read(string list, Entity entity, bool isPaged, IDictionary<string, ArgumentValue>? arguments)
    {
        var shapeStart = shape.Length;
        var valueStart = shape.Values.Count;
        shape.Append('(');
        guard.Require(entity);
        var moment = new MomentReader(shape, guard).Read(entity, arguments);
        var filters = new FilterReader(options, shape, guard) { IsPast = moment is not null };
        var where = Filter.Both(moment, filters.Read(entity, Value(arguments, "where")));
        shape.Append('|');
        var order = new SortReader(options.Limits, shape, filters).Read(entity, Value(arguments, "order"));
        if (!isPaged)
        {
            shape.Append(')');
            return new ListRequest(where, order, null, null) { LiftedFilter = Lifted(entity, moment) };
        }
        var scope = CursorSigner.Scope(guard.Key + "\n" + list, shape.Since(shapeStart), shape.Values.Skip(valueStart));
        var page = pages.Read(arguments, [.. order.Select(key => key.Operand.ValueType)], scope);
        shape.Append(')');
        return new ListRequest(where, order, page, scope) { LiftedFilter = Lifted(entity, moment) };
    }

    private static string? Lifted(Entity entity, Filter? moment) => moment is null ? null : entity.History!.CurrentOnly;

    private static object? Value(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var argument) ? argument.Value : null;
}
