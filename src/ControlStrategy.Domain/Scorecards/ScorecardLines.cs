using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>Makes the lines of one request, measure by measure.</summary>
internal sealed class ScorecardLines(ScorecardRequest request)
{
    private readonly PeriodTotals _totals = new(request.Period.MonthCount, request.Areas, request.Sums);
    private readonly PeriodTotals _rolling = new(request.Period.Rolling12.MonthCount, request.Areas, request.Rolling12Sums);
    private readonly Populations _populations = new(request.Areas, request.Populations);
    private readonly Dictionary<(int, int), Aim> _aims = request.Aims.ToDictionary(aim => (aim.MeasureId, aim.AreaId));

    public IEnumerable<ScorecardLine> Of(ScorecardMeasure measure)
    {
        var years = _totals.Of(measure.MeasureId, measure.Kind, request.YearsBack + 1);
        var rolling = request.Period.IsFinancialYear ? years : _rolling.Of(measure.MeasureId, measure.Kind, 2);
        return request.AreaIds.Select(areaId => Line(measure, areaId, years[areaId], rolling[areaId]));
    }

    private ScorecardLine Line(ScorecardMeasure measure, int areaId, Search[] years, Search[] rolling)
    {
        var kind = measure.Kind;
        var figure = years[0].ToFigure(kind);
        var mean = MeanOfYears.Of(years.Length > Scorecard.MeanYears ? years[1..(Scorecard.MeanYears + 1)] : [Search.NothingThere], kind);
        var recent = rolling[0].ToFigure(kind);
        var aim = _aims.TryGetValue((measure.MeasureId, areaId), out var found) ? found : default(Aim?);
        return new ScorecardLine(
            measure.MeasureId,
            areaId,
            MeasuredFigure.Of(years[0], kind),
            Earlier(years).ToFigure(kind),
            Change(measure, areaId, years),
            mean,
            Statistics.Change.Between(figure, mean, kind),
            Rate.Of(figure, kind, _populations.Newest(areaId, request.Period.FinancialYear.MidYear)))
        {
            Rolling12 = recent,
            Rolling12Change = Statistics.Change.Between(recent, rolling.Length > 1 ? rolling[1].ToFigure(kind) : Figure.Missing(Reason.NotAvailable), kind),
            DetectionRate = DetectionRate.Of(years[0], measure),
            Aim = aim,
            Rag = RagOf(measure, recent, aim),
        };
    }

    private Search Earlier(Search[] years) => request.ComparedYearsBack < years.Length ? years[request.ComparedYearsBack] : Search.NothingThere;

    private ScorecardChange Change(ScorecardMeasure measure, int areaId, Search[] years)
    {
        var change = Statistics.Change.Between(years[0].ToFigure(measure.Kind), Earlier(years).ToFigure(measure.Kind), measure.Kind);
        if (!request.WithTests) return ScorecardChange.Of(change, default);
        var tests = new YearTests(request.Period, measure, years, year => _populations.Newest(areaId, request.Period.YearsBack(year).FinancialYear.MidYear)?.AllAges);
        return ScorecardChange.Of(change, tests.Against(request.ComparedYearsBack));
    }

    private static Rag RagOf(ScorecardMeasure measure, Figure twelveMonths, Aim? aim) =>
        RedAmberGreen.Of(twelveMonths.Value, aim?.Value, aim?.Tolerance ?? 0, (measure.Kind, measure.Polarity));
}
