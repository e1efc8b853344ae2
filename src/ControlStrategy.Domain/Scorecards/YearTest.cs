using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>The test of a change between two years, or why there is none.</summary>
internal readonly record struct YearTest(ChangeTest? Result, Reason? Reason, int EarlierChanges);

/// <summary>Tests the change of one measure in one area against chance, and against its own earlier changes over as many years.</summary>
/// <param name="period">The period asked about.</param>
/// <param name="measure">The measure.</param>
/// <param name="years">What it came to, by years back.</param>
/// <param name="people">The population so many years back; null where it is not known.</param>
internal sealed class YearTests(ReportingPeriod period, ScorecardMeasure measure, Search[] years, Func<int, long?> people)
{
    public YearTest Against(int yearsBack)
    {
        if (Total(0) is null || Total(yearsBack) is null)
            return new YearTest(null, Reason.NotAvailable, 0);
        if (IsBroken(0, yearsBack))
            return new YearTest(null, Reason.BreakInSeries, 0);
        return measure.Kind switch
        {
            MeasureKind.Percentage => OfShares(yearsBack),
            MeasureKind.Count or MeasureKind.Rate => OfCounts(yearsBack),
            _ => new YearTest(null, Reason.NotAvailable, 0),
        };
    }

    private YearTest OfCounts(int yearsBack)
    {
        if (Counts(0, yearsBack) is not { } change)
            return new YearTest(null, Reason.NotAvailable, 0);
        List<(Exposed, Exposed)> earlier = [.. Earlier(yearsBack).Select(year => Counts(year, year + yearsBack)).OfType<(Exposed, Exposed)>()];
        return new YearTest(ChangeTest.OfCounts(change.Later, change.Earlier, earlier), null, earlier.Count);
    }

    private YearTest OfShares(int yearsBack)
    {
        if (Shares(0, yearsBack) is not { } change)
            return new YearTest(null, Reason.NotAvailable, 0);
        if (!change.Later.IsProportion || !change.Earlier.IsProportion)
            return new YearTest(null, Reason.NotApplicable, 0);
        List<(Share Later, Share Earlier)> earlier =
            [.. Earlier(yearsBack).Select(year => Shares(year, year + yearsBack)).OfType<(Share Later, Share Earlier)>().Where(pair => pair.Later.IsProportion && pair.Earlier.IsProportion)];
        return new YearTest(ChangeTest.OfProportions(change.Later, change.Earlier, earlier), null, earlier.Count);
    }

    /// <summary>The later years of the earlier changes over the same distance, those across a break left out.</summary>
    private IEnumerable<int> Earlier(int yearsBack) =>
        Enumerable.Range(1, Math.Max(0, years.Length - 1 - yearsBack)).Where(year => !IsBroken(year, year + yearsBack));

    private (Exposed Later, Exposed Earlier)? Counts(int later, int earlier)
    {
        if (Total(later) is not { } now || Total(earlier) is not { } then) return null;
        if (measure.Kind is MeasureKind.Rate)
            return Ratio(now) is { } rate && Ratio(then) is { } earlierRate ? (rate, earlierRate) : null;
        // The months are as many on both sides, so people alone are the exposure; where they are not known it is taken for equal.
        return people(later) is > 0 and var peopleNow && people(earlier) is > 0 and var peopleThen
            ? (new Exposed((double)now.Value, peopleNow), new Exposed((double)then.Value, peopleThen))
            : (new Exposed((double)now.Value, 1), new Exposed((double)then.Value, 1));
    }

    private (Share Later, Share Earlier)? Shares(int later, int earlier) =>
        Total(later) is { Numerator: { } n1, Denominator: > 0 and var d1 } && Total(earlier) is { Numerator: { } n2, Denominator: > 0 and var d2 }
            ? (new Share((double)n1, (double)d1), new Share((double)n2, (double)d2))
            : null;

    private static Exposed? Ratio(Total total) =>
        total is { Numerator: { } numerator, Denominator: > 0 and var denominator } ? new Exposed((double)numerator, (double)denominator) : null;

    private Total? Total(int yearsBack) => yearsBack < years.Length ? years[yearsBack].Total : null;

    private bool IsBroken(int later, int earlier) => measure.IsBroken(period.YearsBack(earlier), period.YearsBack(later));
}
