using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>Makes the lines of one request, measure by measure.</summary>
internal sealed class ScorecardLines(ScorecardRequest request)
{
    private readonly PeriodTotals _totals = new(request.Period.MonthCount, request.Areas, request.Sums);
    private readonly PeriodTotals _rolling = new(request.Period.Rolling12.MonthCount, request.Areas, request.Rolling12Sums);
    private readonly PeriodLines _lines = new(request.Period, request.ComparedYearsBack, request.WithTests, new Populations(request.Areas, request.Populations));
    private readonly Dictionary<(int, int), Aim> _aims = request.Aims.ToDictionary(aim => (aim.MeasureId, aim.AreaId));

    public IEnumerable<ScorecardLine> Of(ScorecardMeasure measure)
    {
        var years = _totals.Of(measure.MeasureId, measure.Kind, request.YearsBack + 1);
        var rolling = request.Period.IsFinancialYear ? years : _rolling.Of(measure.MeasureId, measure.Kind, 2);
        return request.AreaIds.Select(areaId => _lines.Of(measure, areaId, new FoundFigures(years[areaId], rolling[areaId], AimOf(measure, areaId))));
    }

    private Aim? AimOf(ScorecardMeasure measure, int areaId) => _aims.TryGetValue((measure.MeasureId, areaId), out var aim) ? aim : null;
}
