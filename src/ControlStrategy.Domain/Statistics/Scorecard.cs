namespace ControlStrategy.Domain.Statistics;

/// <summary>One measure in one area: the period, the year before, the five years before, and the rate.</summary>
/// <param name="MeasureId">The measure's key.</param>
/// <param name="AreaId">The area's key.</param>
/// <param name="Current">The figure of the period.</param>
/// <param name="Previous">The figure of the same months one year before.</param>
/// <param name="Change">The period against the year before.</param>
/// <param name="FiveYearMean">The mean of the same months of the five years before; needs all five.</param>
/// <param name="FiveYearChange">The period against that mean.</param>
/// <param name="Rate">The period's count per 10,000 people.</param>
public sealed record ScorecardRow(
    int MeasureId,
    int AreaId,
    Figure Current,
    Figure Previous,
    Change Change,
    Figure FiveYearMean,
    Change FiveYearChange,
    Rate Rate);

/// <summary>Figures of measures in areas for one period, compared with the years before.</summary>
public static class Scorecard
{
    /// <summary>How many years before the period are needed.</summary>
    public const int EarlierYears = 5;

    /// <summary>Computes one row for each measure and area, all areas of the first measure first.</summary>
    /// <exception cref="ArgumentException">Two sums, or two populations, are given for the same place.</exception>
    public static IReadOnlyList<ScorecardRow> Compute(ScorecardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var totals = new PeriodTotals(request.Period, request.Areas, request.Sums);
        var populations = new Populations(request.Areas, request.Populations);
        var midYear = request.Period.FinancialYear.MidYear;
        return
        [
            .. from measure in request.Measures
               from areaId in request.AreaIds
               select Row(measure, areaId, totals, populations.Newest(areaId, midYear)),
        ];
    }

    private static ScorecardRow Row(ScorecardMeasure measure, int areaId, PeriodTotals totals, PopulationCount? population)
    {
        var kind = measure.Kind;
        var current = totals.Find(measure, areaId, 0).ToFigure(kind);
        Search[] earlier = [.. Enumerable.Range(1, EarlierYears).Select(years => totals.Find(measure, areaId, years))];
        var previous = earlier[0].ToFigure(kind);
        var mean = MeanOfYears.Of(earlier, kind);
        return new ScorecardRow(
            measure.MeasureId,
            areaId,
            current,
            previous,
            Change.Between(current, previous, kind),
            mean,
            Change.Between(current, mean, kind),
            Rate.Of(current, kind, population));
    }
}
