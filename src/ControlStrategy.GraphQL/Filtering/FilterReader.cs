using System.Collections;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>Reads a <c>where</c> argument, holding it to the limits.</summary>
internal sealed class FilterReader(EngineOptions options, RequestShape shape, ReadGuard guard)
{
    private readonly EngineLimits _limits = options.Limits;
    private readonly ComparisonReader _comparisons = new(options, shape);

    public ReadGuard Guard => guard;

    /// <summary>Whether the rows are those of a past moment. The model's filter that hides superseded rows is lifted then, for all of the statement: other lists must be held to their current rows here.</summary>
    public bool IsPast { get; init; }

    /// <summary>Reads comparisons within the same limits.</summary>
    public ComparisonReader Comparisons => _comparisons;

    public Filter? Read(Entity entity, object? where, int depth = 1) => where is null ? null : Object(entity, (IDictionary<string, object?>)where, depth);

    private AllOf Object(Entity entity, IDictionary<string, object?> where, int depth)
    {
        if (depth > _limits.MaximumFilterDepth)
            throw Errors.OverLimit("FILTER_TOO_DEEP", "The filter nests deeper", _limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        _comparisons.CountParts(1 + where.Count);
        // A part that asks nothing costs the statement as much as one that asks.
        if (where.Count == 0) _comparisons.Count();
        shape.Append('{');
        var parts = new List<Filter>(where.Count);
        foreach (var (name, value) in where)
        {
            shape.Append(name).Append(':');
            if (name is "and" or "or")
                Combine(entity, name, value, depth, parts);
            else
            {
                guard.Require(entity, entity[name]);
                parts.Add(Member(entity[name], value, depth));
            }
        }
        shape.Append('}');
        return new AllOf(parts);
    }

    private void Combine(Entity entity, string combiner, object? value, int depth, List<Filter> parts)
    {
        if (value is not IEnumerable list) return;
        shape.Append('[');
        var inner = new List<Filter>();
        foreach (var item in list)
            inner.Add(Object(entity, (IDictionary<string, object?>)item!, depth + 1));
        shape.Append(']');
        if (combiner == "and") parts.AddRange(inner);
        else if (inner.Count > 0) parts.Add(new AnyOf(inner));
    }

    /// <summary>What a list's entries must meet to be current, where nothing else sees to it.</summary>
    public Filter? Current(CollectionField field) => IsPast ? field.Target.History?.IsCurrent : null;

    private Filter Member(EntityField field, object? value, int depth) => field switch
    {
        ScalarField scalar => _comparisons.Read(scalar, value as IDictionary<string, object?>, depth),
        ReferenceField reference => Related(reference, value as IDictionary<string, object?>, depth),
        CollectionField collection => Listed(collection, value as IDictionary<string, object?>, depth),
        _ => throw new NotSupportedException(field.Name),
    };

    private RelatedMeets Related(ReferenceField field, IDictionary<string, object?>? value, int depth)
    {
        if (value is not null) return new RelatedMeets(field, Object(field.Target, value, depth + 1));
        _comparisons.Count();
        shape.Append('0');
        return new RelatedMeets(field, null);
    }

    private AllOf Listed(CollectionField field, IDictionary<string, object?>? value, int depth)
    {
        _comparisons.CountParts(1 + (value?.Count ?? 0));
        var parts = new List<Filter>();
        foreach (var (quantifier, inner) in value ?? new Dictionary<string, object?>())
        {
            if (inner is null) continue;
            _comparisons.Count();
            shape.Append(quantifier).Append('(');
            if (quantifier is "count" or "sum" or "min" or "max")
            {
                parts.AddRange(new ChildrenReader(shape, this).Read(field, quantifier, (IDictionary<string, object?>)inner, depth + 1));
            }
            else if (inner is bool any)
            {
                shape.Append(any ? '1' : '0');
                parts.Add(Current(field) is { } current ? new ListMeets(field, any ? "some" : "none", current) : new ListMeets(field, quantifier, null, any));
            }
            else
            {
                var meets = Object(field.Target, (IDictionary<string, object?>)inner, depth + 1);
                parts.Add(new ListMeets(field, quantifier, Current(field) is null ? meets : quantifier == "all" ? new AnyOf([field.Target.History!.IsSuperseded, meets]) : Filter.Both(Current(field), meets)));
            }
            shape.Append(')');
        }
        return new AllOf(parts);
    }
}
