namespace ControlStrategy.Domain.Pivots;

/// <summary>The rows or the columns of a pivot.</summary>
/// <param name="Dimensions">By what they are told apart, the outermost first; none makes one row or column.</param>
/// <param name="Totals">Which totals are among them.</param>
public sealed record PivotAxis(IReadOnlyList<PivotDimension> Dimensions, PivotTotals Totals)
{
    /// <summary>How many rows or columns there are, without making them.</summary>
    /// <param name="members">The members of the dimensions.</param>
    public long Count(PivotMembers members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return Enumerable.Range(0, Dimensions.Count + 1).Where(IsShown).Sum(depth => members.Combinations([.. Dimensions.Take(depth)]));
    }

    /// <summary>What the rows or columns stand for, in their order; totals follow what they are the total of.</summary>
    /// <param name="members">The members of the dimensions.</param>
    public IReadOnlyList<PivotPlace> Places(PivotMembers members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var places = new List<PivotPlace>();
        Add(default);
        return places;

        void Add(PivotPlace above)
        {
            if (above.Depth < Dimensions.Count)
            {
                foreach (var key in members.Within(above, Dimensions[above.Depth]))
                    Add(above.Within(Dimensions[above.Depth], key));
            }
            if (IsShown(above.Depth)) places.Add(above);
        }
    }

    private bool IsShown(int depth) =>
        depth == Dimensions.Count || (depth == 0 ? Totals is PivotTotals.Grand or PivotTotals.All : Totals is PivotTotals.Subtotals or PivotTotals.All);
}

/// <summary>What stands where in a pivot.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns; each holds all values.</param>
/// <param name="Values">The values of each cell.</param>
public sealed record PivotLayout(PivotAxis Rows, PivotAxis Columns, IReadOnlyList<PivotValue> Values)
{
    /// <summary>What must be known for it.</summary>
    public PivotNeeds Needs { get; } = new(Values, [.. Rows.Dimensions, .. Columns.Dimensions]);

    /// <summary>
    /// The dimensions on neither axis whose members a cell would mix. Measures are mixed only by figures: a number of measures is one of
    /// several.
    /// </summary>
    /// <param name="members">The members of the dimensions.</param>
    public IEnumerable<PivotDimension> Mixed(PivotMembers members)
    {
        ArgumentNullException.ThrowIfNull(members);
        PivotDimension[] unmixed = Needs.Values ? [PivotDimension.Measure, PivotDimension.Area, PivotDimension.Period] : [PivotDimension.Area, PivotDimension.Period];
        return unmixed.Except([.. Rows.Dimensions, .. Columns.Dimensions]).Where(dimension => members.Count(dimension) > 1);
    }
}
