using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Tests.Pivots;

/// <summary>Measures, areas and observations of which pivots and scorecards are made alike; measures are added with their outcome.</summary>
internal sealed class PivotBuilder
{
    private readonly List<(ScorecardMeasure Measure, int OutcomeId)> _measures = [];
    private readonly List<AreaNode> _areas = [];
    private readonly List<SeriesRow> _rows = [];
    private readonly List<YearAim> _aims = [];
    private readonly List<PopulationCount> _populations = [];

    public IReadOnlyList<ScorecardMeasure> Measures => [.. _measures.Select(measure => measure.Measure)];

    public PivotBuilder Measure(int measureId, MeasureKind kind = MeasureKind.Count, int outcomeId = 1)
    {
        _measures.Add((new ScorecardMeasure(measureId, kind, Polarity.LowerIsBetter) { Grain = Grain.Month }, outcomeId));
        return this;
    }

    public PivotBuilder Area(int areaId, int? parentId = null)
    {
        _areas.Add(new AreaNode(areaId, parentId));
        return this;
    }

    public PivotBuilder Row(int measureId, int areaId, string period, decimal value)
    {
        var asked = ReportingPeriod.Parse(period);
        _rows.Add(new SeriesRow { MeasureId = measureId, AreaId = areaId, Grain = asked.Grain!.Value, PeriodStart = asked.FirstDay, Value = value });
        return this;
    }

    public PivotBuilder Share(int measureId, int areaId, string period, (decimal Numerator, decimal Denominator) parts)
    {
        Row(measureId, areaId, period, -1);
        _rows[^1] = _rows[^1] with { Numerator = parts.Numerator, Denominator = parts.Denominator };
        return this;
    }

    public PivotBuilder Aim(int measureId, int areaId, int year, decimal value)
    {
        _aims.Add(new YearAim(new FinancialYear(year), new Aim(measureId, areaId, value, 5)));
        return this;
    }

    public PivotBuilder People(int areaId, int midYear, long allAges)
    {
        _populations.Add(new PopulationCount(areaId, midYear, allAges));
        return this;
    }

    public PivotGrid Pivot(PivotLayout layout, int[] areaIds, params string[] periods) => PivotGrid.Compute(Request(layout, areaIds, periods));

    public PivotMembers Members(int[] areaIds, int periodCount) =>
        new([.. _measures.Select(measure => (measure.Measure.MeasureId, measure.OutcomeId))], _measures.Select(measure => measure.OutcomeId).Distinct().Order(), areaIds, periodCount);

    /// <summary>The lines a scorecard of the same observations has.</summary>
    public IReadOnlyDictionary<(int MeasureId, int AreaId), ScorecardLine> Scorecard(string period, int[] areaIds)
    {
        var asked = ReportingPeriod.Parse(period);
        var lines = Domain.Scorecards.Scorecard.Compute(new ScorecardRequest
        {
            Period = asked,
            Measures = Measures,
            AreaIds = areaIds,
            Areas = new AreaTree(_areas),
            Sums = Sums([.. Enumerable.Range(0, ScorecardRequest.HistoryYears + 1).Select(back => asked.YearsBack(back).Months)]),
            Rolling12Sums = Sums([asked.Rolling12.Months, asked.Rolling12.YearsBack(1).Months]),
            Populations = _populations,
            Aims = _aims.Where(aim => aim.Year == asked.FinancialYear).Select(aim => aim.Aim),
        });
        return lines.ToDictionary(line => (line.MeasureId, line.AreaId));
    }

    private PivotRequest Request(PivotLayout layout, int[] areaIds, string[] periods)
    {
        ReportingPeriod[] asked = [.. periods.Select(ReportingPeriod.Parse)];
        var windows = new PivotWindows(asked, layout.Needs);
        return new PivotRequest
        {
            Layout = layout,
            Members = Members(areaIds, periods.Length),
            Measures = Measures,
            Areas = new AreaTree(_areas),
            Periods = asked,
            Windows = windows,
            Sums = Sums(windows.All),
            Populations = _populations,
            Aims = _aims,
            ChartRows = _rows.Where(row => windows.ChartMonths.PlaceOf(row.PeriodStart, Grain.Month) is not null && row.Grain <= Grain.Quarter),
        };
    }

    /// <summary>Added up one by one, as the database does it by segments.</summary>
    private List<PeriodSum> Sums(IReadOnlyList<MonthSpan> stretches) =>
    [
        .. from place in Enumerable.Range(0, stretches.Count)
           from rows in _rows
               .Where(row => row.PeriodStart >= stretches[place].FirstDay && row.PeriodStart.AddMonths(row.Grain.MonthCount()) <= stretches[place].DayAfter)
               .GroupBy(row => (row.MeasureId, row.AreaId, row.Grain))
           select new PeriodSum
           {
               MeasureId = rows.Key.MeasureId,
               AreaId = rows.Key.AreaId,
               Grain = rows.Key.Grain,
               Place = place,
               RowCount = rows.Count(),
               Value = rows.Sum(row => row.Value),
               Numerator = rows.All(row => row.Numerator is not null) ? rows.Sum(row => row.Numerator) : null,
               Denominator = rows.All(row => row.Denominator is not null) ? rows.Sum(row => row.Denominator) : null,
           },
    ];
}
