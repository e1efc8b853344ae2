using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Which groups are on the page, and in what order, as SQL over the groups' columns.</summary>
internal sealed class GroupConditions(StatementCompiler statements, GroupRequest request, GroupNumbers numbers, IReadOnlyDictionary<int, Columns> entities)
{
    private const string True = "1 = 1";
    private const string False = "1 = 0";

    public string Having() => request.Having is { } having ? Meets(having, "") : True;

    public string Order() => request.GroupOrder.Count == 0 ? "level" : string.Join(", ", request.GroupOrder.Select(key => Column(key) + (key.IsDescending ^ request.Page!.IsBackward ? " DESC" : "")));

    /// <summary>Groups behind the one cursor and ahead of the other.</summary>
    public string Keyset()
    {
        var after = request.Page!.After is { } start ? Behind(start.Indexes, 0, precedes: false) : True;
        return request.Page.Before is { } end ? $"{after} AND {Behind(end.Indexes, 0, precedes: true)}" : after;
    }

    /// <summary>Groups beyond the cursor that paging starts from.</summary>
    public string Beyond() => request.Page!.Start is { } start ? Behind(start.Indexes, 0, precedes: request.Page.IsBackward) : True;

    private string Meets(Filter filter, string column) => filter switch
    {
        AllOf { Parts.Count: 0 } => True,
        AllOf all => $"({string.Join(" AND ", all.Parts.Select(part => Meets(part, column)))})",
        AnyOf any => $"({string.Join(" OR ", any.Parts.Select(part => Meets(part, column)))})",
        AggregateMeets aggregate => Meets(aggregate.Comparisons, $"a{numbers.Number(aggregate.Aggregate)}"),
        Comparison comparison => Compare(comparison, column),
        _ => throw new NotSupportedException(filter.GetType().Name),
    };

    private string Compare(Comparison comparison, string column)
    {
        if (comparison.ValueIndex < 0)
            return comparison.Operator != "eq" ? (comparison.IsNegated ? True : False) : column + (comparison.IsNegated ? " IS NOT NULL" : " IS NULL");
        var holds = comparison.Operator == "in" ? In(comparison, column) : $"{column} {Sign(comparison.Operator)} {Parameter(comparison.Field, comparison.ValueIndex)}";
        if (comparison.IncludesNull) holds = $"({column} IS NULL OR {holds})";
        return comparison.IsNegated ? $"COALESCE(NOT ({holds}), {True})" : $"COALESCE({holds}, {False})";
    }

    private string In(Comparison comparison, string column)
    {
        var type = typeof(List<>).MakeGenericType(comparison.Field.ValueType);
        var mapping = statements.Mappings.ListOf(comparison.Field.Mapping(statements.Mappings), comparison.Field.ValueType);
        var list = numbers.Parameter(comparison.ValueIndex, type, mapping);
        return statements.Dialect.IsSqlite ? $"{column} IN (SELECT value FROM json_each({list}))" : $"{column} = ANY ({list})";
    }

    private static string Sign(string name) => name switch
    {
        "eq" => "=",
        "gt" => ">",
        "gte" => ">=",
        "lt" => "<",
        "lte" => "<=",
        _ => throw new NotSupportedException(name),
    };

    private string Behind(IReadOnlyList<int> values, int place, bool precedes)
    {
        if (place == request.GroupOrder.Count) return False;
        var key = request.GroupOrder[place];
        var (column, isDescending) = (Column(key), key.IsDescending ^ precedes);
        var nullsFirst = statements.Dialect.NullsFirst ^ isDescending;
        var rest = Behind(values, place + 1, precedes);
        if (values[place] < 0) return $"({(nullsFirst ? column + " IS NOT NULL" : False)} OR ({column} IS NULL AND {rest}))";
        var value = Parameter(key.Result, values[place]);
        var follows = $"{column} {(isDescending ? "<" : ">")} {value}{(nullsFirst ? "" : $" OR {column} IS NULL")}";
        return $"({follows} OR ({column} = {value} AND {rest}))";
    }

    private string Column(GroupSortKey key) => key switch
    {
        AggregateSortKey aggregate => $"a{numbers.Number(aggregate.Aggregate)}",
        DimensionSortKey dimension => $"k{dimension.Index}",
        EntitySortKey entity => GroupStatement.KeyColumn(entity.Index, entities[entity.Index].Ordinal(entity.Path)),
        TotalSortKey total => $"CASE WHEN level <= {total.Index} THEN 1 ELSE 0 END",
        _ => throw new NotSupportedException(key.GetType().Name),
    };

    private string Parameter(IOperand operand, int valueIndex) => numbers.Parameter(valueIndex, operand.ValueType, operand.Mapping(statements.Mappings));
}
