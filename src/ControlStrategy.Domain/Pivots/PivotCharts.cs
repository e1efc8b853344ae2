using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>The control charts of a pivot: for each period those of its scorecard.</summary>
internal sealed class PivotCharts
{
    private static readonly ChartState NotAsked = new(null, null, null);

    private readonly PivotRequest _request;
    private readonly AreaTree _areas;
    private readonly ILookup<int, SeriesRow> _rows;

    /// <param name="request">What is asked.</param>
    /// <param name="areas">Its areas, with the one that stands for all.</param>
    public PivotCharts(PivotRequest request, AreaTree areas)
    {
        _request = request;
        _areas = areas;
        _rows = request.ChartRows.ToLookup(row => row.MeasureId);
    }

    /// <summary>For each period how a measure runs in each area.</summary>
    public IReadOnlyList<ChartState>[] Of(ScorecardMeasure measure, int[] areaIds, IReadOnlyDictionary<(int MeasureId, int AreaId, int Year), Aim> aims)
    {
        if (!_request.Layout.Needs.Charts) return [.. _request.Periods.Select(_ => Enumerable.Repeat(NotAsked, areaIds.Length).ToArray())];
        var series = new ChartSeries(measure, _areas, _request.Windows.ChartMonths, [.. _rows[measure.MeasureId]]);
        return [.. _request.Periods.Select(period => series.Of(ScorecardCharts.GridOf(period), Aims(period), areaIds))];

        Dictionary<int, Aim> Aims(ReportingPeriod period) => areaIds
            .Where(areaId => aims.ContainsKey((measure.MeasureId, areaId, period.FinancialYear.StartYear)))
            .ToDictionary(areaId => areaId, areaId => aims[(measure.MeasureId, areaId, period.FinancialYear.StartYear)]);
    }
}
