using System.Linq.Expressions;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>
/// Composes the one statement of a grouping: EF translates the rows and the entities that are keys; around them stand
/// groups, totals, page and what is said of all groups, in SQL that every database knows.
/// </summary>
/// <param name="statements">Translates.</param>
/// <param name="request">What is asked.</param>
/// <param name="numbers">The numbers computed from the groups.</param>
/// <param name="entities">Columns of the entities that are keys, by the dimension's place.</param>
internal sealed class GroupStatement(StatementCompiler statements, GroupRequest request, GroupNumbers numbers, IReadOnlyDictionary<int, Columns> entities)
{
    public Statement Build()
    {
        var conditions = new GroupConditions(statements, request, numbers, entities);
        var (having, keyset, order) = (conditions.Having(), conditions.Keyset(), conditions.Order());
        var limit = numbers.Parameter(request.Page!.RowsIndex, typeof(int), statements.Mappings.RowLimit);
        var facts = Facts();
        var keys = entities.Select(entry => (Dimension: entry.Key, Columns: entry.Value, Statement: Keys(request.By[entry.Key].Target!, entry.Value))).ToList();
        var grouped = "grouped" + string.Concat(keys.Select(key => $" LEFT JOIN e{key.Dimension} ON {KeyColumn(key.Dimension, 0)} = k{key.Dimension}"));
        var sql = $"""
            WITH facts({string.Join(", ", numbers.Facts.Names)}) AS{(request.Levels.Count > 1 ? " MATERIALIZED" : "")} (
            {facts.Sql}
            ),
            grouped({string.Join(", ", numbers.ColumnNames)}) AS MATERIALIZED (
            {string.Join("\nUNION ALL\n", request.Levels.Select(Level))}
            ),
            {string.Concat(keys.Select(key => $"e{key.Dimension}({Names(key.Dimension, key.Columns)}) AS (\n{key.Statement.Sql}\n),\n"))}page AS (
            SELECT * FROM {grouped}
            WHERE {having} AND {keyset}
            ORDER BY {order}
            LIMIT {limit}{(request.Page.SkipIndex < 0 ? "" : $" OFFSET {numbers.Parameter(request.Page.SkipIndex, typeof(int), statements.Mappings.RowLimit)}")}
            ),
            summary AS (
            SELECT {string.Join(", ", Summary(having, conditions.Beyond()))} FROM {(request.Page.Start is null ? "grouped" : grouped)}
            )
            SELECT summary.*, page.* FROM summary LEFT JOIN page ON 1 = 1
            ORDER BY {order}
            """;
        return Statement.Around(sql, [facts, .. keys.Select(key => key.Statement)], numbers.Parameters);
    }

    /// <summary>A column of an entity that is a key; the first is its own key.</summary>
    public static string KeyColumn(int dimension, int column) => $"e{dimension}_{column}";

    /// <summary>How many groups there are, and whether any breaks a rule: also those on other pages.</summary>
    private IEnumerable<string> Summary(string having, string beyond) =>
        [$"COUNT(*) FILTER (WHERE {having}) AS total", $"COUNT(*) FILTER (WHERE {having} AND {beyond}) AS beyond", .. numbers.Rules.Select((_, rule) => $"MAX(r{rule}) AS broken{rule}")];

    private string Level(int level)
    {
        var keys = request.By.Select((dimension, i) => i < level ? numbers.Facts.Add(dimension.Key) : "NULL");
        var grouping = level == 0 ? "" : " GROUP BY " + string.Join(", ", request.By.Take(level).Select(dimension => numbers.Facts.Add(dimension.Key)));
        return $"SELECT {string.Join(", ", [$"{level}", .. keys, .. numbers.Values, .. numbers.Rules.Select(rule => rule.Sql)])} FROM facts{grouping}";
    }

    private Statement Facts()
    {
        var type = request.Groups.Entity.ClrType;
        var rows = statements.Where(statements.Set(type, request), type, request.Where, numbers.Slots);
        return statements.Translate(Queries.Select(rows, numbers.Facts.Row, numbers.Facts.Projection), numbers.Slots);
    }

    private Statement Keys(Entity entity, Columns columns)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        return statements.Translate(Queries.Select(statements.Set(entity.ClrType), row, columns.Project(row, new FilterCompiler(numbers.Slots, statements.Mappings, statements.Values))), numbers.Slots);
    }

    private static string Names(int dimension, Columns columns) => string.Join(", ", Enumerable.Range(0, columns.Count).Select(column => KeyColumn(dimension, column)));
}
