using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>
/// Where things stand in a row of the result: the number of groups, what is said of all of them; then level, keys, numbers and rules
/// of one group; then the entities that are its keys. Made when all numbers are known.
/// </summary>
internal sealed class GroupLayout(GroupRequest request, GroupNumbers numbers)
{
    private readonly Dictionary<int, int> _entities = [];
    private int _next = FirstRule + numbers.Rules.Count + numbers.ColumnNames.Count();

    /// <summary>Behind the number of groups, and of those beyond the cursor that paging starts from.</summary>
    public const int FirstRule = 2;

    public int Level { get; } = FirstRule + numbers.Rules.Count;

    public int Key(int dimension) => Level + 1 + dimension;

    public int Number(Aggregate aggregate) => Level + 1 + request.By.Count + numbers.Number(aggregate);

    public int StartEntity(int dimension) => _entities[dimension] = _next;

    public void EndEntity(int columns) => _next += columns;

    public (int Ordinal, ColumnReader Column) SortColumn(GroupSortKey key, IReadOnlyDictionary<int, Columns> entities) => key switch
    {
        AggregateSortKey aggregate => (Number(aggregate.Aggregate), key.Result.Reader),
        DimensionSortKey dimension => (Key(dimension.Index), key.Result.Reader),
        EntitySortKey entity => (_entities[entity.Index] + entities[entity.Index].Ordinal(entity.Path), key.Result.Reader),
        TotalSortKey total => (Level, new TotalReader(total.Index)),
        _ => throw new NotSupportedException(key.GetType().Name),
    };

    /// <summary>1 where a row is a total over a dimension.</summary>
    private sealed class TotalReader(int dimension) : ColumnReader
    {
        public override bool Holds(DbDataReader row, int ordinal, object value) => Value(row, ordinal).Equals(value);

        protected override object Value(DbDataReader row, int ordinal) => row.GetInt32(ordinal) <= dimension ? 1L : 0L;

        public override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => json.Number((long)Value(row, ordinal));
    }
}
