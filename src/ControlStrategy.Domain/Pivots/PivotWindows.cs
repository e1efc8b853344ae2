using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>The stretches of time that must be summed for a pivot, each once.</summary>
public sealed class PivotWindows
{
    private readonly Dictionary<MonthSpan, int> _places = [];
    private readonly List<MonthSpan> _all = [];
    private readonly int[][] _years;
    private readonly int[][] _rolling;

    /// <param name="periods">The periods asked for, 1 or more.</param>
    /// <param name="needs">What must be known of them.</param>
    public PivotWindows(IReadOnlyList<ReportingPeriod> periods, PivotNeeds needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        var rollingYears = !needs.Rolling12 ? 0 : needs.RollingChange ? 2 : 1;
        _years = [.. periods.Select(period => Places(period, needs.YearsBack + 1))];
        _rolling = [.. periods.Select(period => Places(period.Rolling12, rollingYears))];
        var charts = periods.Select(ScorecardCharts.GridOf).ToList();
        ChartMonths = SeriesGrid.Within(Grain.Month, charts.Min(grid => grid.FirstDay), charts.Max(grid => grid.LastDay));
    }

    /// <summary>The stretches; a sum's place is its stretch's here.</summary>
    public IReadOnlyList<MonthSpan> All => _all;

    /// <summary>The months from the first to the last that a control chart is made of.</summary>
    public SeriesGrid ChartMonths { get; }

    /// <summary>A period and the same months of the years before, of what was found in all stretches.</summary>
    internal Search[] Years(int period, Search[] found) => Chosen(_years[period], found);

    /// <summary>The 12 months to the end of a period, and those before.</summary>
    internal Search[] Rolling12(int period, Search[] found) => Chosen(_rolling[period], found);

    private static Search[] Chosen(int[] places, Search[] found) =>
        places.Length == 0 ? [Search.NothingThere] : Array.ConvertAll(places, place => found[place]);

    private int[] Places(ReportingPeriod period, int years) => [.. Enumerable.Range(0, years).Select(back => Place(period.YearsBack(back).Months))];

    private int Place(MonthSpan months)
    {
        if (_places.TryGetValue(months, out var place)) return place;
        _all.Add(months);
        _places.Add(months, place = _all.Count - 1);
        return place;
    }
}
