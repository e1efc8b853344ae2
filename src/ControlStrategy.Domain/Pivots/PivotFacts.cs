using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>Computes the facts of a pivot, measure by measure: each as the scorecard of its period would, totals from the same parts.</summary>
internal sealed class PivotFacts
{
    /// <summary>Stands for all areas together; no area has this key.</summary>
    private const int AllAreas = 0;

    private readonly PivotRequest _request;
    private readonly PeriodTotals _totals;
    private readonly PivotCharts _charts;
    private readonly PeriodLines[] _lines;
    private readonly PeriodsTogether? _together;
    private readonly PeriodLines? _linesTogether;
    private readonly Dictionary<(int, int, int), Aim> _aims;
    private readonly int[] _areaIds;

    public PivotFacts(PivotRequest request)
    {
        _request = request;
        var above = request.Members.AreaIds.Count > 1 ? request.Areas.Above(AllAreas, request.Members.AreaIds) : null;
        var areas = above ?? request.Areas;
        _areaIds = above is not null ? [.. request.Members.AreaIds, AllAreas] : [.. request.Members.AreaIds];
        var populations = new Populations(areas, request.Populations);
        PeriodLines Lines(ReportingPeriod period) => new(period, comparedYearsBack: 1, request.Layout.Needs.Tests, populations);
        _lines = [.. request.Periods.Select(Lines)];
        _together = request.Periods.Count > 1 ? PeriodsTogether.Of(request.Periods) : null;
        _linesTogether = _together is null ? null : Lines(_together.Span);
        _totals = new PeriodTotals(place => request.Windows.All[place].MonthCount, areas, request.Sums);
        _charts = new PivotCharts(request, areas);
        _aims = request.Aims.ToDictionary(aim => (aim.Aim.MeasureId, aim.Aim.AreaId, aim.Year.StartYear), aim => aim.Aim);
    }

    /// <summary>By area, the last of them all areas together, and by period, the last of them all periods together; null where that has no meaning.</summary>
    public PivotFact?[,] Of(ScorecardMeasure measure)
    {
        var (areas, periods) = (_request.Members.AreaIds.Count, _request.Periods.Count);
        var facts = new PivotFact?[areas + 1, periods + 1];
        var found = _totals.Of(measure.MeasureId, measure.Kind, _request.Windows.All.Count);
        var charts = _charts.Of(measure, _areaIds, _aims);
        for (var area = 0; area < _areaIds.Length; area++)
        {
            if (area == areas && measure.Kind is MeasureKind.Survey) continue;
            var (areaId, search) = (_areaIds[area], found[_areaIds[area]]);
            for (var period = 0; period < periods; period++)
                facts[area, period] = Fact(measure, _lines[period].Of(measure, areaId, Found(measure, areaId, period, search)), charts[period][area], new PivotTotal(area == areas, false));
            facts[area, periods] = Together(measure, area, search, charts);
        }
        return facts;
    }

    private PivotFact? Together(ScorecardMeasure measure, int area, Search[] search, IReadOnlyList<ChartState>[] charts)
    {
        if (_together is not { } together || measure.Kind is MeasureKind.Survey) return null;
        // A rate is of one year's people.
        if (measure.Kind is MeasureKind.Rate && !together.IsWithinYear) return null;
        var years = together.Years([.. Enumerable.Range(0, _request.Periods.Count).Select(period => _request.Windows.Years(period, search))], measure.Kind);
        var areaId = _areaIds[area];
        var line = _linesTogether!.Of(measure, areaId, Found(measure, areaId, together.Last, search) with { Years = years });
        return Fact(measure, line, charts[together.Last][area], new PivotTotal(areaId == AllAreas, !together.IsWithinYear));
    }

    private FoundFigures Found(ScorecardMeasure measure, int areaId, int period, Search[] search) => new(
        _request.Windows.Years(period, search),
        _request.Windows.Rolling12(period, search),
        _aims.TryGetValue((measure.MeasureId, areaId, _request.Periods[period].FinancialYear.StartYear), out var aim) ? aim : null);

    private PivotFact Fact(ScorecardMeasure measure, ScorecardLine line, ChartState chart, PivotTotal total) =>
        PivotFact.Of(_request.Layout.Values, new PivotCells(measure, line, chart, total), line.Rag, chart.Variation);
}
