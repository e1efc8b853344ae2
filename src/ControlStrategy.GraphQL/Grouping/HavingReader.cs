using System.Collections;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Reads a <c>having</c> argument, holding it to the limits of filters.</summary>
internal sealed class HavingReader(EngineOptions options, RequestShape shape, FilterReader filters)
{
    public Filter? Read(GroupModel groups, object? having) => having is null ? null : Object(groups, (IDictionary<string, object?>)having, 1);

    private AllOf Object(GroupModel groups, IDictionary<string, object?> having, int depth)
    {
        if (depth > options.Limits.MaximumFilterDepth)
            throw Errors.OverLimit("FILTER_TOO_DEEP", "'having' nests deeper", options.Limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        filters.Comparisons.CountParts(1 + having.Count);
        if (having.Count == 0) filters.Comparisons.Count();
        shape.Append('{');
        var where = filters.Read(groups.Entity, having.TryGetValue("where", out var filter) ? filter : null);
        var parts = new List<Filter>(having.Count);
        foreach (var (name, value) in having)
        {
            if (name == "where" || value is null) continue;
            shape.Append(name).Append(':');
            if (name is "and" or "or") Combine(groups, name, (IEnumerable)value, depth, parts);
            else parts.AddRange(Member(groups, name, (IDictionary<string, object?>)value, where, depth));
        }
        shape.Append('}');
        return new AllOf(parts);
    }

    private void Combine(GroupModel groups, string combiner, IEnumerable list, int depth, List<Filter> parts)
    {
        shape.Append('[');
        var inner = new List<Filter>();
        foreach (var item in list)
            inner.Add(Object(groups, (IDictionary<string, object?>)item, depth + 1));
        shape.Append(']');
        if (combiner == "and") parts.AddRange(inner);
        else if (inner.Count > 0) parts.Add(new AnyOf(inner));
    }

    private IEnumerable<Filter> Member(GroupModel groups, string name, IDictionary<string, object?> value, Filter? where, int depth)
    {
        if (name == "count") return [Meets(new CountOf(where), value, depth)];
        if (name is "percent" or "rate")
        {
            var ratio = Ratios.Read(groups, value, where, filters, shape);
            return [Meets(ratio, (IDictionary<string, object?>)value["value"]!, depth)];
        }
        filters.Comparisons.CountParts(1 + value.Count);
        return [.. value.Where(member => member.Value is not null).Select(member =>
        {
            shape.Append(member.Key);
            return Meets(Numbers.Of(groups, name, member.Key, where), (IDictionary<string, object?>)member.Value!, depth);
        })];
    }

    private AggregateMeets Meets(Aggregate aggregate, IDictionary<string, object?> comparisons, int depth) =>
        new(aggregate, filters.Comparisons.Read(aggregate.Result, comparisons, depth + 1));
}

/// <summary>Numbers by the names they go by in arguments.</summary>
internal static class Numbers
{
    public static Aggregate Of(GroupModel groups, string function, string member, Filter? where) => function switch
    {
        "countDistinct" => new DistinctOf(groups.Dimensions.First(dimension => dimension.Name == member), where),
        "sum" => new SumOf(Amount(groups, member), where),
        "mean" => new MeanOf(Amount(groups, member), where),
        _ => new EndOf(groups.Ranges.First(column => column.Name == member), function == "max", where),
    };

    private static Amount Amount(GroupModel groups, string member) => groups.Amounts.First(amount => amount.Name == member);
}

/// <summary>Percentages and rates in arguments.</summary>
internal static class Ratios
{
    /// <exception cref="RequestException">A filter is over a limit, or a rate is stated for nothing.</exception>
    public static RatioOf Read(GroupModel groups, IDictionary<string, object?> given, Filter? where, FilterReader filters, RequestShape shape)
    {
        var (numerator, denominator) = (given["numerator"] as Amount, given["denominator"] as Amount);
        shape.Append(numerator?.Name ?? "").Append('/').Append(denominator?.Name ?? "");
        var numeratorWhere = filters.Read(groups.Entity, given.TryGetValue("numeratorWhere", out var filter) ? filter : null);
        return new RatioOf(numerator, denominator, where, numeratorWhere, given.TryGetValue("per", out var per) ? Per(per!, shape) : -1);
    }

    /// <summary>The place of what a rate is stated for among the request's values.</summary>
    /// <exception cref="RequestException">It is not above 0.</exception>
    public static int Per(object given, RequestShape shape)
    {
        var per = (double)given;
        return per > 0 && double.IsFinite(per) ? shape.AddValue(per) : throw GroupErrors.Per();
    }
}
