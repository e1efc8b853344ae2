using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>What was found of one measure in one area.</summary>
/// <param name="Years">The period, by years back.</param>
/// <param name="Rolling12">The 12 months to the end of the period, by years back.</param>
/// <param name="Aim">What was aimed at in the period's financial year; null without a target.</param>
internal readonly record struct FoundFigures(Search[] Years, Search[] Rolling12, Aim? Aim);

/// <summary>Makes lines of one period.</summary>
/// <param name="period">The period.</param>
/// <param name="comparedYearsBack">How many years before it the period it is compared with lies, 1 or more.</param>
/// <param name="withTests">Whether changes are tested.</param>
/// <param name="populations">The people of all areas.</param>
internal sealed class PeriodLines(ReportingPeriod period, int comparedYearsBack, bool withTests, Populations populations)
{
    public ScorecardLine Of(ScorecardMeasure measure, int areaId, FoundFigures found)
    {
        var (kind, years, rolling) = (measure.Kind, found.Years, found.Rolling12);
        var figure = years[0].ToFigure(kind);
        var mean = Mean(measure, years);
        var recent = rolling[0].ToFigure(kind);
        return new ScorecardLine(
            measure.MeasureId,
            areaId,
            MeasuredFigure.Of(years[0], kind),
            Earlier(years).ToFigure(kind),
            Change(measure, areaId, years),
            mean,
            measure.IsBroken(period.YearsBack(Scorecard.MeanYears), period) ? Statistics.Change.Missing(Reason.BreakInSeries) : Statistics.Change.Between(figure, mean, kind),
            Rate.Of(figure, kind, populations.Newest(areaId, period.FinancialYear.MidYear)))
        {
            Rolling12 = recent,
            Rolling12Change = Rolling12Change(measure, recent, rolling),
            DetectionRate = DetectionRate.Of(years[0], measure),
            Aim = found.Aim,
            Rag = RedAmberGreen.Of(recent.Value, found.Aim?.Value, found.Aim?.Tolerance ?? 0, (kind, measure.Polarity)),
        };
    }

    // Years that are counted in two ways have no mean.
    private Figure Mean(ScorecardMeasure measure, Search[] years) => measure.IsBroken(period.YearsBack(Scorecard.MeanYears), period.YearsBack(1))
        ? Figure.Missing(Reason.BreakInSeries)
        : MeanOfYears.Of(years.Length > Scorecard.MeanYears ? years[1..(Scorecard.MeanYears + 1)] : [Search.NothingThere], measure.Kind);

    private Change Rolling12Change(ScorecardMeasure measure, Figure recent, Search[] rolling) => measure.IsBroken(period.Rolling12.YearsBack(1), period.Rolling12)
        ? Statistics.Change.Missing(Reason.BreakInSeries)
        : Statistics.Change.Between(recent, rolling.Length > 1 ? rolling[1].ToFigure(measure.Kind) : Figure.Missing(Reason.NotAvailable), measure.Kind);

    private Search Earlier(Search[] years) => comparedYearsBack < years.Length ? years[comparedYearsBack] : Search.NothingThere;

    private ScorecardChange Change(ScorecardMeasure measure, int areaId, Search[] years)
    {
        var change = measure.IsBroken(period.YearsBack(comparedYearsBack), period)
            ? Statistics.Change.Missing(Reason.BreakInSeries)
            : Statistics.Change.Between(years[0].ToFigure(measure.Kind), Earlier(years).ToFigure(measure.Kind), measure.Kind);
        if (!withTests) return ScorecardChange.Of(change, default);
        var tests = new YearTests(period, measure, years, year => populations.Newest(areaId, period.YearsBack(year).FinancialYear.MidYear)?.AllAges);
        return ScorecardChange.Of(change, tests.Against(comparedYearsBack));
    }
}
