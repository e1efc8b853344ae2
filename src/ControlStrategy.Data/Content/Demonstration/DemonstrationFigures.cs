using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>The made-up figures: for each demonstration measure and council area, one for each month.</summary>
internal sealed class DemonstrationFigures
{
    // Recorded crime varies more than chance alone: a standard deviation this many times that of a Poisson count.
    private const double Overdispersion = 1.3;

    private readonly DemonstrationFile _file;
    private readonly Dictionary<(string Measure, string Area), MonthlyFigure[]> _months = [];

    public DemonstrationFigures(DemonstrationFile file)
    {
        _file = file;
        foreach (var item in file.Measures)
            foreach (var (area, thousands) in file.ThousandsOfPeople)
                _months.Add((item.Code, area), MonthsOf(item, area, thousands));
    }

    /// <summary>The figures of a measure in an area, the first month's first.</summary>
    public ReadOnlySpan<MonthlyFigure> Months(Measure measure, Area area) => _months[(measure.Code, area.Code)];

    /// <summary>The figure of so many months.</summary>
    /// <param name="measure">A demonstration measure.</param>
    /// <param name="area">A council area.</param>
    /// <param name="first">First day of the first month.</param>
    /// <param name="monthCount">1 or more, not beyond the last month.</param>
    public MonthlyFigure Sum(Measure measure, Area area, DateOnly first, int monthCount) =>
        MonthlyFigure.Sum(Months(measure, area).Slice(MonthsSince(first), monthCount));

    /// <summary>The figure of the financial year that begins in the calendar year.</summary>
    public MonthlyFigure Year(Measure measure, Area area, int startYear) => Sum(measure, area, new DateOnly(startYear, 4, 1), 12);

    private int MonthsSince(DateOnly month) => ((month.Year - _file.FirstMonth.Year) * 12) + month.Month - _file.FirstMonth.Month;

    private MonthlyFigure[] MonthsOf(DemonstrationMeasureItem item, string area, int thousands)
    {
        // One sequence for each series: its months follow one another in it.
        var draw = new Draw($"{item.Code} in {area}");
        // No two areas are alike: each keeps its own level, up to a quarter off the national one.
        var level = item.PerTenThousand * thousands / 10 * (0.75 + (draw.Share() / 2));
        return [.. Enumerable.Range(0, _file.MonthCount).Select(index => MonthOf(item, index, level, draw))];
    }

    private MonthlyFigure MonthOf(DemonstrationMeasureItem item, int index, double level, Draw draw)
    {
        var month = _file.FirstMonth.AddMonths(index);
        var shift = item.Shift is { } shifted && month >= shifted.From ? shifted.Factor : 1;
        var mean = level * (1 + (item.YearlyTrend * index / 12)) * item.Seasons[month.Month - 1] * shift;
        var count = Rounded(mean + (Overdispersion * Math.Sqrt(mean) * draw.Deviation()), atLeast: 0);
        if (item.Kind is not MeasureKind.Percentage)
            return new(count, Denominator: null);
        var denominator = Math.Max(count, 1);
        var share = item.Share + (item.YearlyShareTrend * index / 12);
        var deviation = Math.Sqrt(denominator * share * (1 - share)) * draw.Deviation();
        return new(Math.Min(Rounded((denominator * share) + deviation, atLeast: 0), denominator), denominator);
    }

    private static long Rounded(double value, long atLeast) => Math.Max((long)Math.Round(value, MidpointRounding.AwayFromZero), atLeast);
}
