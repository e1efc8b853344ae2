using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>The months and quarters of a measure in all areas, of which charts of different stretches are made.</summary>
internal sealed class ChartSeries
{
    private readonly ScorecardMeasure _measure;
    private readonly SeriesGrid _months;
    private readonly SeriesGrid _quarters;
    private readonly bool[] _hasMonth;
    private readonly bool[] _hasQuarter;
    private readonly Lazy<IReadOnlyDictionary<int, Search[]>> _monthly;
    private readonly Lazy<IReadOnlyDictionary<int, Search[]>> _quarterly;

    /// <param name="measure">The measure.</param>
    /// <param name="areas">The areas asked about and all below them.</param>
    /// <param name="months">The months that the stretches lie in.</param>
    /// <param name="rows">The measure's months and quarters within them.</param>
    public ChartSeries(ScorecardMeasure measure, AreaTree areas, SeriesGrid months, IReadOnlyCollection<SeriesRow> rows)
    {
        _measure = measure;
        _months = months;
        _quarters = SeriesGrid.Within(Grain.Quarter, months.FirstDay, months.LastDay);
        (_hasMonth, _hasQuarter) = (new bool[months.Count], new bool[months.Count]);
        foreach (var row in rows)
        {
            if (months.PlaceOf(row.PeriodStart, Grain.Month) is { } place)
                (row.Grain is Grain.Month ? _hasMonth : _hasQuarter)[place] = true;
        }
        _monthly = new(() => Series(_months));
        _quarterly = new(() => Series(_quarters));

        IReadOnlyDictionary<int, Search[]> Series(SeriesGrid grid) => new AreaSeries(areas, grid, SeriesSums.Of(rows, grid)).Of(measure.MeasureId, measure.Kind);
    }

    /// <summary>How the measure runs in some areas at the end of a stretch.</summary>
    /// <param name="stretch">Months among those of the series.</param>
    /// <param name="aims">The measure's targets at the end of the stretch, by area.</param>
    /// <param name="areaIds">Keys of the areas.</param>
    public IReadOnlyList<ChartState> Of(SeriesGrid stretch, IReadOnlyDictionary<int, Aim> aims, IReadOnlyList<int> areaIds)
    {
        var first = _months.PlaceOf(stretch.FirstDay, Grain.Month)!.Value;
        var hasMonths = _hasMonth.AsSpan(first, stretch.Count).Contains(true);
        var hasQuarters = _hasQuarter.AsSpan(first, stretch.Count - Grain.Quarter.MonthCount() + 1).Contains(true);
        if (!hasMonths && !hasQuarters)
            return [.. areaIds.Select(_ => new ChartState(null, null, _measure.Grain is Grain.Year ? Reason.NotApplicable : Reason.NotAvailable))];
        var months = hasMonths ? new Stretch(stretch, _months, _monthly.Value) : null;
        var quarters = hasQuarters ? new Stretch(SeriesGrid.Within(Grain.Quarter, stretch.FirstDay, stretch.LastDay), _quarters, _quarterly.Value) : null;
        return [.. areaIds.Select(areaId =>
        {
            // What other areas record decides nothing: an area without months of its own is charted by its quarters.
            var charted = months is not null && (quarters is null || months.Has(areaId)) ? months : quarters!;
            return State(Chart(charted, areaId), aims.TryGetValue(areaId, out var aim) ? ScorecardCharts.TargetOf(aim, _measure.Kind, charted.Grid) : null);
        })];
    }

    private ControlChart Chart(Stretch stretch, int areaId)
    {
        var grid = stretch.Grid;
        var recalculatedAt = _measure.Breaks.Select(day => Enumerable.Range(0, grid.Count).TakeWhile(place => grid.Start(place) < day).Count());
        return ControlChart.Of([.. stretch.Of(areaId).Select(found => found.ToFigure(_measure.Kind).Value)], recalculatedAt);
    }

    private ChartState State(ControlChart chart, double? target)
    {
        var variation = chart.VariationAtEnd(_measure.Polarity);
        return new ChartState(variation, chart.AssuranceOf(target, _measure.Polarity), variation is null ? chart.Phases[^1].Reason ?? Reason.NotAvailable : null);
    }

    /// <summary>Part of a series.</summary>
    private sealed class Stretch(SeriesGrid grid, SeriesGrid all, IReadOnlyDictionary<int, Search[]> series)
    {
        private readonly int _begin = all.PlaceOf(grid.FirstDay, grid.Grain)!.Value;

        public SeriesGrid Grid => grid;

        public ArraySegment<Search> Of(int areaId) => new(series[areaId], _begin, grid.Count);

        public bool Has(int areaId) => Of(areaId).Any(found => found.Total is not null);
    }
}
