using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Series;

/// <summary>Makes series of observations: each point is the area's own row, else the sum of its months or quarters, else of its parts.</summary>
/// <param name="areas">The areas asked about and all below them.</param>
/// <param name="grid">The periods, with those before the first that a transform needs.</param>
/// <param name="sums">What was observed; the place is the period's in the grid.</param>
internal sealed class AreaSeries(AreaTree areas, SeriesGrid grid, IEnumerable<PeriodSum> sums)
{
    private readonly PeriodTotals _totals = new(grid.MonthCount, areas, sums);

    /// <summary>The series of a measure in every area.</summary>
    public IReadOnlyDictionary<int, Search[]> Of(int measureId, MeasureKind kind) => _totals.Of(measureId, kind, grid.Count);

    /// <summary>Adds each period up with those before it.</summary>
    /// <param name="points">The periods' own totals.</param>
    /// <param name="kind">What the measure's values are.</param>
    /// <param name="transform">With which of them.</param>
    public Search[] Transformed(Search[] points, MeasureKind kind, SeriesTransform transform) => transform is SeriesTransform.Discrete
        ? points
        : [.. points.Select((_, place) => Together(points, kind, place - Earlier(place, transform), place))];

    private int Earlier(int place, SeriesTransform transform) => transform is SeriesTransform.Rolling12
        ? grid.PeriodsOfYear - 1
        : (grid.Start(place).Month + 8) % 12 / grid.MonthCount;

    private static Search Together(Search[] points, MeasureKind kind, int from, int to) =>
        from < 0 ? Search.NothingThere : Search.OverTime(points[from..(to + 1)], kind);
}
