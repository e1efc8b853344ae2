using System.Collections;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Reads the arguments of one grouping: those of the root field, then those of the numbers computed from its groups.</summary>
internal sealed class GroupRequestReader(EngineOptions options, RequestShape shape, PageReader pages, GroupGuard guard)
{
    private FilterReader _filters = new(options, shape, guard.Reads);

    /// <exception cref="RequestException">An argument is over a limit, contradictory or forged.</exception>
    public GroupRequest Read(GroupModel groups, IDictionary<string, ArgumentValue>? arguments)
    {
        var (shapeStart, valueStart) = (shape.Length, shape.Values.Count);
        guard.Reads.Require(groups.Entity);
        shape.Append('(');
        var moment = new MomentReader(shape, guard.Reads).Read(groups.Entity, arguments);
        _filters = new FilterReader(options, shape, guard.Reads) { IsPast = moment is not null };
        var where = Filter.Both(moment, _filters.Read(groups.Entity, Value(arguments, "where")));
        var by = By(groups, Value(arguments, "by"));
        var totals = Value(arguments, "totals") as GroupTotals? ?? GroupTotals.None;
        shape.Append('|').Append(totals.ToString()).Append('|');
        var having = new HavingReader(options, shape, _filters).Read(groups, Value(arguments, "having"));
        shape.Append('|');
        var order = new GroupSortReader(options, shape, _filters).Read(groups, by, Value(arguments, "order"));
        if (totals == GroupTotals.None) order = [.. order.Where(key => key is not TotalSortKey)];
        var scope = CursorSigner.Scope(guard.Reads.Key + "\n" + groups.FieldName, shape.Since(shapeStart), shape.Values.Skip(valueStart));
        var page = pages.Read(arguments, [.. order.Select(key => key.Result.ValueType)], scope);
        shape.Append(')');
        foreach (var aggregate in GroupAggregates.Of(having, order))
            guard.Require(groups, aggregate);
        return new GroupRequest(groups, by, totals, where, having, order, page, scope) { LiftedFilter = moment is null ? null : groups.Entity.History!.CurrentOnly };
    }

    /// <summary>Filters of the root and of all its numbers count together.</summary>
    /// <exception cref="RequestException">An argument is over a limit, or a rate is stated for nothing.</exception>
    public AggregateArguments ReadAggregate(GroupField field, IDictionary<string, ArgumentValue>? arguments)
    {
        shape.Append('(');
        var where = _filters.Read(field.Groups.Entity, Value(arguments, "where"));
        if (field.Kind is not (GroupFieldKind.Percent or GroupFieldKind.Rate))
        {
            shape.Append(')');
            return new AggregateArguments(where, null, null, null, -1);
        }
        var (numerator, denominator) = (Value(arguments, "numerator") as Amount, Value(arguments, "denominator") as Amount);
        shape.Append(numerator?.Name ?? "").Append('/').Append(denominator?.Name ?? "");
        var numeratorWhere = _filters.Read(field.Groups.Entity, Value(arguments, "numeratorWhere"));
        var per = field.Kind == GroupFieldKind.Rate ? Ratios.Per(Value(arguments, "per")!, shape) : -1;
        shape.Append(')');
        guard.Require(field.Groups, new RatioOf(numerator, denominator, where, numeratorWhere, per));
        return new AggregateArguments(where, numerator, denominator, numeratorWhere, per);
    }

    private IReadOnlyList<Dimension> By(GroupModel groups, object? given)
    {
        var by = new List<Dimension>();
        foreach (Dimension dimension in (IEnumerable)given!)
        {
            if (by.Count == options.Limits.MaximumGroupByDimensions)
                throw Errors.OverLimit("TOO_MANY_DIMENSIONS", "'by' has more dimensions", options.Limits.MaximumGroupByDimensions, nameof(EngineLimits.MaximumGroupByDimensions));
            if (by.Contains(dimension)) throw GroupErrors.Twice(dimension.Name);
            guard.Require(groups, dimension);
            shape.Append('#').Append(dimension.Name);
            by.Add(dimension);
        }
        return by;
    }

    private static object? Value(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var argument) ? argument.Value : null;
}
