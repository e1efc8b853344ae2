using System.Collections;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>Reads the comparisons of columns within one filter, holding them to the limits.</summary>
internal sealed class ComparisonReader(EngineOptions options, RequestShape shape)
{
    private readonly EngineLimits _limits = options.Limits;
    private const int PartsOfAPredicate = 10;
    private int _predicates;
    private int _parts;

    /// <summary>Counts a comparison, or what costs as much.</summary>
    /// <exception cref="RequestException">The filter has too many.</exception>
    public void Count()
    {
        if (++_predicates > _limits.MaximumFilterPredicates)
            throw Errors.OverLimit("TOO_MANY_PREDICATES", "The filter has more comparisons", _limits.MaximumFilterPredicates, nameof(EngineLimits.MaximumFilterPredicates));
    }

    /// <summary>Counts what a filter is made of, whether or not it asks anything: each part is work, and a variable can be named many times.</summary>
    /// <exception cref="RequestException">The filter has too many.</exception>
    public void CountParts(int parts)
    {
        _parts += parts;
        if (_parts > _limits.MaximumFilterPredicates * PartsOfAPredicate)
            throw Errors.OverLimit("TOO_MANY_PREDICATES", "The filter has more parts for its comparisons", _limits.MaximumFilterPredicates, nameof(EngineLimits.MaximumFilterPredicates));
    }

    public AllOf Read(IOperand field, IDictionary<string, object?>? operations, int depth)
    {
        if (depth > _limits.MaximumFilterDepth)
            throw Errors.OverLimit("FILTER_TOO_DEEP", "The filter nests deeper", _limits.MaximumFilterDepth, nameof(EngineLimits.MaximumFilterDepth));
        CountParts(1 + (operations?.Count ?? 0));
        if (operations is null or { Count: 0 }) Count();
        shape.Append('{');
        var parts = new List<Filter>();
        foreach (var (name, value) in operations ?? new Dictionary<string, object?>())
        {
            shape.Append(name);
            if (name is "and" or "or") Combine(field, name, value, depth, parts);
            else parts.Add(Compare(field, name, value));
        }
        shape.Append('}');
        return new AllOf(parts);
    }

    private void Combine(IOperand field, string combiner, object? value, int depth, List<Filter> parts)
    {
        if (value is not IEnumerable list) return;
        shape.Append('[');
        var inner = new List<Filter>();
        foreach (var item in list)
            inner.Add(Read(field, (IDictionary<string, object?>)item!, depth + 1));
        shape.Append(']');
        if (combiner == "and") parts.AddRange(inner);
        else if (inner.Count > 0) parts.Add(new AnyOf(inner));
    }

    private Comparison Compare(IOperand field, string name, object? value)
    {
        Count();
        var ignoresCase = name.EndsWith(Comparison.IgnoreCase, StringComparison.Ordinal);
        if (ignoresCase) name = name[..^Comparison.IgnoreCase.Length];
        var isNegated = name[0] == 'n';
        var positive = isNegated ? (name == "neq" ? "eq" : name[1..]) : name;
        if (value is null)
        {
            shape.Append('0');
            return new Comparison(field, positive, isNegated, -1);
        }
        if (positive == "in") return In(field, isNegated, ignoresCase, (IEnumerable)value);
        var converted = Converted(field, value, ignoresCase);
        return new Comparison(field, positive, isNegated, shape.AddValue(positive == "endsWith" ? converted + Comparison.EndMark : converted)) { IgnoresCase = ignoresCase };
    }

    private object Converted(IOperand field, object value, bool ignoresCase)
    {
        var converted = Values.Convert(value, field.ValueType);
        Check(field, converted);
        return ignoresCase ? ((string)converted).ToUpperInvariant() : converted;
    }

    private Comparison In(IOperand field, bool isNegated, bool ignoresCase, IEnumerable given)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(field.ValueType))!;
        var includesNull = false;
        foreach (var item in given)
        {
            if (item is null) { includesNull = true; continue; }
            if (list.Count == _limits.MaximumInValues)
                throw Errors.OverLimit("TOO_MANY_IN_VALUES", $"'in' on '{field.Name}' has more values", _limits.MaximumInValues, nameof(EngineLimits.MaximumInValues));
            list.Add(Converted(field, item, ignoresCase));
        }
        if (includesNull) shape.Append('0');
        return new Comparison(field, "in", isNegated, shape.AddValue(list), includesNull) { IgnoresCase = ignoresCase };
    }

    /// <exception cref="RequestException">The value is longer, finer or larger than what it is compared with can be.</exception>
    private void Check(IOperand field, object value)
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
}
