using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>The numbers that are computed from groups, each once, with the rules they bring and the parameters they need.</summary>
internal sealed class GroupNumbers
{
    private readonly StatementCompiler _statements;
    private readonly GroupRequest _request;
    private readonly AggregateCompiler _aggregates;
    private readonly List<Slot> _parameters = [];
    private readonly List<string> _values = [];
    private readonly List<GroupRule> _rules = [];
    private readonly Dictionary<Aggregate, int> _known = new(ReferenceEqualityComparer.Instance);

    public GroupNumbers(StatementCompiler statements, GroupRequest request)
    {
        (_statements, _request) = (statements, request);
        Facts = new FactColumns(request.Groups.Entity.ClrType, new FilterCompiler(Slots, statements.Mappings, statements.Values));
        _aggregates = new AggregateCompiler(request.Groups, Facts, index => Parameter(index, typeof(double), statements.Mappings.Of(typeof(double))));
        foreach (var dimension in request.By)
            Facts.Add(dimension.Key);
        // Groups that are only named are still groups, and facts that are only counted need a column.
        if (request.By.Count == 0) Facts.Add(ColumnPath.PropertyOf(Facts.Row, request.Groups.Entity.Key.Property));
        Number(new CountOf(null));
    }

    public Slots Slots { get; } = new();

    public FactColumns Facts { get; }

    /// <summary>SQL of each number.</summary>
    public IReadOnlyList<string> Values => _values;

    public IReadOnlyList<GroupRule> Rules => _rules;

    /// <summary>Parameters of the SQL that EF did not write.</summary>
    public IReadOnlyList<Slot> Parameters => _parameters;

    /// <summary>The columns of a group: level, keys, numbers, rules.</summary>
    public IEnumerable<string> ColumnNames =>
        ["level", .. _request.By.Select((_, i) => $"k{i}"), .. _values.Select((_, i) => $"a{i}"), .. _rules.Select((_, i) => $"r{i}")];

    /// <summary>The number of a number, which is part of its column's name: <c>a0</c>.</summary>
    public int Number(Aggregate aggregate)
    {
        if (_known.TryGetValue(aggregate, out var known)) return known;
        var sql = _aggregates.Value(aggregate);
        var number = _values.IndexOf(sql);
        if (number < 0)
        {
            number = _values.Count;
            _values.Add(sql);
            if (_aggregates.Rule(aggregate) is { } rule) _rules.Add(rule);
        }
        return _known[aggregate] = number;
    }

    /// <summary>The name of a parameter with one of the request's values.</summary>
    public string Parameter(int valueIndex, Type type, RelationalTypeMapping mapping)
    {
        Slots.Add(type, _statements.Values[valueIndex], mapping, valueIndex);
        _parameters.Add(Slots.All[^1]);
        return Slots.All[^1].Name;
    }
}
