using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>The arguments of one grouping, without values.</summary>
/// <param name="Groups">What is grouped.</param>
/// <param name="By">The dimensions, in order.</param>
/// <param name="Totals">Which totals come with the groups.</param>
/// <param name="Where">Which rows.</param>
/// <param name="Having">Which groups.</param>
/// <param name="GroupOrder">Their order, total.</param>
/// <param name="Page">Their page.</param>
/// <param name="CursorScope">What its cursors are good for.</param>
internal sealed record GroupRequest(
    GroupModel Groups,
    IReadOnlyList<Dimension> By,
    GroupTotals Totals,
    Filter? Where,
    Filter? Having,
    IReadOnlyList<GroupSortKey> GroupOrder,
    PageRequest? Page,
    byte[]? CursorScope) : ListRequest(Where, [], Page, CursorScope)
{
    /// <summary>How many dimensions the rows of each wanted level have.</summary>
    public IReadOnlyList<int> Levels { get; } = [.. Wanted(By.Count, Totals)];

    private static IEnumerable<int> Wanted(int dimensions, GroupTotals totals) => Enumerable.Range(0, dimensions + 1).Reverse().Where(level =>
        level == dimensions || (level == 0 ? totals is GroupTotals.Grand or GroupTotals.All : totals is GroupTotals.Subtotals or GroupTotals.All));
}

/// <summary>The arguments of a number computed from groups.</summary>
internal sealed record AggregateArguments(Filter? Where, Amount? Numerator, Amount? Denominator, Filter? NumeratorWhere, int PerIndex)
    : ListRequest(Where, [], null, null)
{
    public RatioOf Ratio => new(Numerator, Denominator, Where, NumeratorWhere, PerIndex);
}

/// <summary>A number computed from a group meets comparisons.</summary>
internal sealed record AggregateMeets(Aggregate Aggregate, Filter Comparisons) : Filter;

/// <summary>One key of an order of groups.</summary>
/// <param name="Result">How its values are read and compared.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
internal abstract record GroupSortKey(Result Result, bool IsDescending);

/// <summary>By a number computed from the group.</summary>
internal sealed record AggregateSortKey(Aggregate Aggregate, bool IsDescending) : GroupSortKey(Aggregate.Result, IsDescending);

/// <summary>By a dimension's key.</summary>
internal sealed record DimensionSortKey(int Index, Dimension Dimension, bool IsDescending) : GroupSortKey(Dimension.Result, IsDescending);

/// <summary>By a column of the entity that is a dimension's key.</summary>
internal sealed record EntitySortKey(int Index, SortKey Key) : GroupSortKey(Result.Of(Key.Operand), Key.IsDescending)
{
    public IRowColumn Path { get; } = Key.Column;
}

/// <summary>Totals over a dimension behind what they are the total of.</summary>
internal sealed record TotalSortKey(int Index) : GroupSortKey(Result.Of<long>("total"), false);
