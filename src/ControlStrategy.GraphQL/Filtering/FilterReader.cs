using System.Collections;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>Reads a <c>where</c> argument, holding it to the limits.</summary>
internal sealed class FilterReader(EngineOptions options, RequestShape shape)
{
    private readonly EngineLimits _limits = options.Limits;
    private int _predicates;

    public Filter? Read(Entity entity, object? where) => where is null ? null : Object(entity, (IDictionary<string, object?>)where, 1);

    private AllOf Object(Entity entity, IDictionary<string, object?> where, int depth)
    {
        if (depth > _limits.MaximumFilterDepth)
            throw Errors.OverLimit("FILTER_TOO_DEEP", "The filter nests deeper", _limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        shape.Append('{');
        var parts = new List<Filter>(where.Count);
        foreach (var (name, value) in where)
        {
            shape.Append(name).Append(':');
            if (name is "and" or "or")
                Combine(entity, name, value, depth, parts);
            else
                parts.Add(Member(entity[name], value, depth));
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

    private Filter Member(EntityField field, object? value, int depth) => field switch
    {
        ScalarField scalar => Comparisons(scalar, value as IDictionary<string, object?>, depth),
        ReferenceField reference => Related(reference, value as IDictionary<string, object?>, depth),
        CollectionField collection => Listed(collection, value as IDictionary<string, object?>, depth),
        _ => throw new NotSupportedException(field.Name),
    };

    private RelatedMeets Related(ReferenceField field, IDictionary<string, object?>? value, int depth)
    {
        if (value is not null) return new RelatedMeets(field, Object(field.Target, value, depth + 1));
        CountPredicate();
        shape.Append('0');
        return new RelatedMeets(field, null);
    }

    private AllOf Listed(CollectionField field, IDictionary<string, object?>? value, int depth)
    {
        var parts = new List<Filter>();
        foreach (var (quantifier, inner) in value ?? new Dictionary<string, object?>())
        {
            if (inner is null) continue;
            CountPredicate();
            shape.Append(quantifier).Append('(');
            if (inner is bool any)
            {
                shape.Append(any ? '1' : '0');
                parts.Add(new ListMeets(field, quantifier, null, any));
            }
            else
            {
                parts.Add(new ListMeets(field, quantifier, Object(field.Target, (IDictionary<string, object?>)inner, depth + 1)));
            }
            shape.Append(')');
        }
        return new AllOf(parts);
    }

    private AllOf Comparisons(ScalarField field, IDictionary<string, object?>? operations, int depth)
    {
        if (depth > _limits.MaximumFilterDepth)
            throw Errors.OverLimit("FILTER_TOO_DEEP", "The filter nests deeper", _limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        shape.Append('{');
        var parts = new List<Filter>();
        foreach (var (name, value) in operations ?? new Dictionary<string, object?>())
        {
            shape.Append(name);
            if (name is "and" or "or") CombineComparisons(field, name, value, depth, parts);
            else parts.Add(Compare(field, name, value));
        }
        shape.Append('}');
        return new AllOf(parts);
    }

    private void CombineComparisons(ScalarField field, string combiner, object? value, int depth, List<Filter> parts)
    {
        if (value is not IEnumerable list) return;
        shape.Append('[');
        var inner = new List<Filter>();
        foreach (var item in list)
            inner.Add(Comparisons(field, (IDictionary<string, object?>)item!, depth + 1));
        shape.Append(']');
        if (combiner == "and") parts.AddRange(inner);
        else if (inner.Count > 0) parts.Add(new AnyOf(inner));
    }

    private Comparison Compare(ScalarField field, string name, object? value)
    {
        CountPredicate();
        var isNegated = name[0] == 'n';
        var positive = isNegated ? (name == "neq" ? "eq" : name[1..]) : name;
        if (value is null)
        {
            shape.Append('0');
            return new Comparison(field, positive, isNegated, -1);
        }
        if (positive == "in") return In(field, isNegated, (IEnumerable)value);
        var converted = Values.Convert(value, field.ValueType);
        Check(field, converted);
        return new Comparison(field, positive, isNegated, shape.AddValue(positive == "endsWith" ? converted + Comparison.EndMark : converted));
    }

    private Comparison In(ScalarField field, bool isNegated, IEnumerable given)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(field.ValueType))!;
        var includesNull = false;
        foreach (var item in given)
        {
            if (item is null) { includesNull = true; continue; }
            if (list.Count == _limits.MaximumInValues)
                throw Errors.OverLimit("TOO_MANY_IN_VALUES", $"'in' on '{field.Name}' has more values", _limits.MaximumInValues, nameof(EngineLimits.MaximumInValues));
            var converted = Values.Convert(item, field.ValueType);
            Check(field, converted);
            list.Add(converted);
        }
        if (includesNull) shape.Append('0');
        return new Comparison(field, "in", isNegated, shape.AddValue(list), includesNull);
    }

    /// <exception cref="RequestException">The value is longer, finer or larger than what it is compared with can be.</exception>
    private void Check(ScalarField field, object value)
    {
        if (value is DateTimeOffset moment && moment.Ticks % TimeSpan.TicksPerMillisecond != 0)
            throw Errors.Milliseconds(field.Name);
        if (value is double.PositiveInfinity or double.NegativeInfinity)
            throw Errors.Infinite(field.Name);
        if (value is decimal number && number.Scale > options.KeptDecimals && number != decimal.Round(number, options.KeptDecimals))
            throw Errors.Decimals(field.Name, options.KeptDecimals);
        if (value is string text && text.Length > _limits.MaximumFilterTextCharacters)
            throw Errors.OverLimit("FILTER_TEXT_TOO_LONG", $"The text for '{field.Name}' has more characters", _limits.MaximumFilterTextCharacters, nameof(EngineLimits.MaximumFilterTextCharacters));
    }

    private void CountPredicate()
    {
        if (++_predicates > _limits.MaximumFilterPredicates)
            throw Errors.OverLimit("TOO_MANY_PREDICATES", "The filter has more comparisons", _limits.MaximumFilterPredicates, nameof(EngineLimits.MaximumFilterPredicates));
    }
}
