using System.Collections;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>Reads an <c>order</c> argument; the primary key is always appended.</summary>
internal sealed class SortReader(EngineLimits limits, RequestShape shape, FilterReader filters)
{
    public IReadOnlyList<SortKey> Read(Entity entity, object? order)
    {
        var keys = new List<SortKey>();
        foreach (var item in order as IEnumerable ?? Array.Empty<object>())
        {
            if (keys.Count == limits.MaximumSortKeys)
                throw Errors.OverLimit("TOO_MANY_SORT_KEYS", "'order' has more keys", limits.MaximumSortKeys, nameof(EngineLimits.MaximumSortKeys));
            keys.Add(Key(entity, (IDictionary<string, object?>)item, []));
        }
        if (!keys.Any(key => key.Through.Count == 0 && key.Operand == entity.Key))
            keys.Add(SortKey.Primary(entity));
        return keys;
    }

    /// <summary>One entry of an order.</summary>
    public SortKey Key(Entity entity, IDictionary<string, object?> order, IReadOnlyList<ReferenceField> through)
    {
        if (order.Count != 1 || order.Single() is not { Value: { } value } member) throw Errors.SortKey();
        if (through.Count >= limits.MaximumFilterDepth)
            throw Errors.OverLimit("SORT_TOO_DEEP", "'order' reaches over more relations", limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        filters.Guard.Require(entity, entity[member.Key]);
        shape.Append(member.Key);
        if (entity[member.Key] is ReferenceField reference)
        {
            shape.Append('.');
            return Key(reference.Target, (IDictionary<string, object?>)value, [.. through, reference]);
        }
        if (entity[member.Key] is CollectionField collection)
        {
            var (children, direction) = new ChildrenReader(shape, filters).ReadKey(collection, (IDictionary<string, object?>)value);
            return new SortKey(through, children, Direction(direction));
        }
        return new SortKey(through, (ScalarField)entity[member.Key], Direction(value));
    }

    private bool Direction(object value)
    {
        var isDescending = (bool)value;
        shape.Append(isDescending ? '-' : '+');
        return isDescending;
    }
}
