using System.Collections;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Reads the <c>order</c> of groups; the keys are always appended, totals behind what they are the total of.</summary>
internal sealed class GroupSortReader(EngineOptions options, RequestShape shape, FilterReader filters)
{
    public IReadOnlyList<GroupSortKey> Read(GroupModel groups, IReadOnlyList<Dimension> by, object? order)
    {
        var keys = new List<GroupSortKey>();
        foreach (IDictionary<string, object?> item in order as IEnumerable ?? Array.Empty<object>())
        {
            if (keys.Count == options.Limits.MaximumSortKeys)
                throw Errors.OverLimit("TOO_MANY_SORT_KEYS", "'order' has more keys", options.Limits.MaximumSortKeys, nameof(EngineLimits.MaximumSortKeys));
            keys.Add(Key(groups, by, item));
        }
        foreach (var (index, dimension) in by.Index())
        {
            keys.Add(new TotalSortKey(index));
            keys.Add(new DimensionSortKey(index, dimension, false));
        }
        return keys;
    }

    private GroupSortKey Key(GroupModel groups, IReadOnlyList<Dimension> by, IDictionary<string, object?> item)
    {
        shape.Append('{');
        var where = filters.Read(groups.Entity, item.TryGetValue("where", out var filter) ? filter : null);
        var members = item.Where(member => member.Key != "where").ToList();
        if (members is not [{ Value: { } value } member]) throw Errors.SortKey();
        shape.Append(member.Key);
        var key = member.Key switch
        {
            "keys" => where is null ? DimensionKey(by, Only(value)) : throw Errors.SortKey(),
            "count" => new AggregateSortKey(new CountOf(where), Direction(value)),
            "percent" or "rate" => Ratio(groups, (IDictionary<string, object?>)value, where),
            _ => Number(groups, member.Key, Only(value), where),
        };
        shape.Append('}');
        return key;
    }

    private GroupSortKey DimensionKey(IReadOnlyList<Dimension> by, KeyValuePair<string, object?> member)
    {
        shape.Append(member.Key);
        var index = by.Index().FirstOrDefault(entry => entry.Item.Name == member.Key, (-1, null!)).Index;
        if (index < 0) throw GroupErrors.NotGrouped(member.Key);
        return by[index].Target is { } target
            ? new EntitySortKey(index, new SortReader(options.Limits, shape, filters).Key(target, (IDictionary<string, object?>)member.Value!, []))
            : new DimensionSortKey(index, by[index], Direction(member.Value!));
    }

    private AggregateSortKey Number(GroupModel groups, string function, KeyValuePair<string, object?> member, Filter? where)
    {
        shape.Append(member.Key);
        return new AggregateSortKey(Numbers.Of(groups, function, member.Key, where), Direction(member.Value!));
    }

    private AggregateSortKey Ratio(GroupModel groups, IDictionary<string, object?> given, Filter? where) =>
        new(Ratios.Read(groups, given, where, filters, shape), Direction(given["direction"]!));

    private bool Direction(object value)
    {
        var isDescending = (bool)value;
        shape.Append(isDescending ? '-' : '+');
        return isDescending;
    }

    private static KeyValuePair<string, object?> Only(object value) =>
        value is IDictionary<string, object?> { Count: 1 } members && members.Single() is { Value: not null } member ? member : throw Errors.SortKey();
}
