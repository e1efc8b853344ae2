using System.Linq.Expressions;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>What a grouping needs of each row, each value once: keys, numbers, and whether filters hold. EF translates them into one statement.</summary>
internal sealed class FactColumns(Type rowType, FilterCompiler filters)
{
    private readonly List<Expression> _values = [];
    private readonly Dictionary<Filter, string?> _flags = new(ReferenceEqualityComparer.Instance);

    public ParameterExpression Row { get; } = Expression.Parameter(rowType, "row");

    /// <summary>Names of the columns, in order.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _values.Count).Select(NameOf);

    public Expression Projection => Expression.NewArrayInit(typeof(object), _values.Select(value => Expression.Convert(value, typeof(object))));

    /// <summary>The name of a value's column.</summary>
    public string Add(Expression value)
    {
        var text = value.ToString();
        var known = _values.FindIndex(other => other.ToString() == text);
        if (known >= 0) return NameOf(known);
        _values.Add(value);
        return NameOf(_values.Count - 1);
    }

    public string Add(RowValue value) => Add(value.On(Row));

    /// <summary>What says whether a filter holds; null where nothing is filtered.</summary>
    public string? Flag(Filter? filter)
    {
        if (filter is null) return null;
        if (_flags.TryGetValue(filter, out var known)) return known;
        return _flags[filter] = Flag(Simplified.Of(filters.Compile(filter, Row)));
    }

    /// <summary>EF fetches no constants, and what is the same but once: each flag has a number of its own, whatever EF makes of the condition.</summary>
    private string? Flag(Expression holds)
    {
        if (holds is ConstantExpression { Value: bool always }) return always ? null : "1 = 0";
        var number = _values.Count + 1;
        return Add(Expression.Condition(holds, Expression.Constant(number), Expression.Constant(-number))) + " > 0";
    }

    private static string NameOf(int index) => $"c{index}";
}
