using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

/// <summary>How measures run at the end of 2021/22: the months from April 2019 on, which vary by 2 around 20.</summary>
public sealed class ScorecardChartsTests
{
    private const int Nation = 1;
    private const int Council = 2;
    private static readonly DateOnly First = new(2019, 4, 1);

    [Fact]
    public void The_36_months_to_the_end_of_the_period_are_looked_at()
    {
        var grid = ScorecardCharts.GridOf(ReportingPeriod.Parse("2021/22 YTD Sep"));

        Assert.Equal((Grain.Month, new DateOnly(2018, 10, 1), new DateOnly(2021, 9, 30), 36), (grid.Grain, grid.FirstDay, grid.LastDay, grid.Count));
    }

    [Theory]
    [InlineData(20, Polarity.LowerIsBetter, Variation.CommonCause)]
    [InlineData(60, Polarity.LowerIsBetter, Variation.ConcerningHigh)]
    [InlineData(60, Polarity.HigherIsBetter, Variation.ImprovingHigh)]
    [InlineData(0, Polarity.LowerIsBetter, Variation.ImprovingLow)]
    [InlineData(0, Polarity.HigherIsBetter, Variation.ConcerningLow)]
    [InlineData(60, Polarity.Neutral, Variation.NeutralHigh)]
    public void The_last_month_says_how_the_measure_runs_and_polarity_whether_that_is_good(int last, Polarity polarity, Variation variation) =>
        Assert.Equal(new ChartState(variation, null, null), State(Measure(polarity), [.. Months(Council, 35), Row(Council, 35, last)]));

    [Fact]
    public void Without_months_the_twelve_quarters_are_looked_at()
    {
        SeriesRow[] quarters = [.. Enumerable.Range(0, 12).Select(quarter => Row(Council, 3 * quarter, quarter == 11 ? 300 : 60 + (quarter % 2), Grain.Quarter))];

        Assert.Equal(Variation.ConcerningHigh, State(Measure(), quarters).Variation);
        Assert.Equal(Reason.TooFewPoints, State(Measure(), quarters[1..]).Reason);
        Assert.Equal(Variation.CommonCause, State(Measure(), [.. Months(Council, 36), .. quarters]).Variation);
    }

    [Fact]
    public void What_has_no_chart_says_why()
    {
        Assert.Equal(new ChartState(null, null, Reason.TooFewPoints), State(Measure(), Months(Council, 11)));
        Assert.Equal(new ChartState(null, null, Reason.NotAvailable), State(Measure(), Months(Council, 35)));
        Assert.Equal(new ChartState(null, null, Reason.NotAvailable), State(Measure(), []));
        Assert.Equal(new ChartState(null, null, Reason.NotApplicable), State(Measure() with { Grain = Grain.Year }, []));
    }

    [Fact]
    public void An_area_is_charted_by_the_sum_of_its_parts()
    {
        var tree = new AreaTree([new AreaNode(Nation, null), new AreaNode(Council, Nation), new AreaNode(3, Nation)]);
        SeriesRow[] rows = [.. Months(Council, 36), .. Months(3, 35), Row(3, 35, 90)];
        var states = new ScorecardCharts(ReportingPeriod.Parse("2021/22"), tree, rows).Of(Measure(), new Dictionary<int, Aim>(), [Nation, Council, 3]);

        Assert.Equal([Variation.ConcerningHigh, Variation.CommonCause, Variation.ConcerningHigh], states.Select(state => state.Variation));
    }

    [Theory]
    [InlineData(600, Assurance.ConsistentlyPassing)]
    [InlineData(240, Assurance.HitOrMiss)]
    [InlineData(60, Assurance.ConsistentlyFailing)]
    public void A_yearly_target_is_met_month_by_month_in_equal_parts(int yearly, Assurance assurance) =>
        Assert.Equal(assurance, State(Measure(), Months(Council, 36), new Aim(1, Council, yearly, 0)).Assurance);

    [Fact]
    public void A_percentages_target_is_the_same_for_each_month_and_the_variation_needs_none()
    {
        var share = new ScorecardMeasure(1, MeasureKind.Percentage, Polarity.HigherIsBetter);
        SeriesRow[] rows = [.. Months(Council, 36).Select(row => row with { Numerator = row.Value, Denominator = 100 })];

        Assert.Equal(new ChartState(Variation.CommonCause, Assurance.ConsistentlyPassing, null), State(share, rows, new Aim(1, Council, 10, 0)));
        Assert.Equal(Assurance.ConsistentlyFailing, State(share, rows, new Aim(1, Council, 50, 0)).Assurance);
        Assert.Equal(new ChartState(Variation.CommonCause, null, null), State(share, rows));
    }

    [Fact]
    public void Limits_are_calculated_anew_where_the_measure_is_counted_differently()
    {
        // A level twice as high from October 2020 on is nothing special to limits of its own.
        SeriesRow[] rows = [.. Months(Council, 36).Select((row, place) => place < 18 ? row : row with { Value = row.Value * 2 })];

        Assert.Equal(Variation.ConcerningHigh, State(Measure(), rows).Variation);
        Assert.Equal(Variation.CommonCause, State(Measure() with { Breaks = [new DateOnly(2020, 10, 1)] }, rows).Variation);
        Assert.Equal(Reason.TooFewPoints, State(Measure() with { Breaks = [new DateOnly(2021, 10, 1)] }, rows).Reason);
        Assert.Equal(State(Measure(), rows), State(Measure() with { Breaks = [new DateOnly(2019, 4, 1), new DateOnly(2022, 4, 1)] }, rows));
    }

    private static ScorecardMeasure Measure(Polarity polarity = Polarity.LowerIsBetter) => new(1, MeasureKind.Count, polarity) { Grain = Grain.Month };

    private static ChartState State(ScorecardMeasure measure, IReadOnlyList<SeriesRow> rows, Aim? aim = null)
    {
        var aims = aim is { } given ? new Dictionary<int, Aim> { [given.AreaId] = given } : [];
        return Assert.Single(new ScorecardCharts(ReportingPeriod.Parse("2021/22"), new AreaTree([new AreaNode(Council, null)]), rows).Of(measure, aims, [Council]));
    }

    private static SeriesRow[] Months(int areaId, int count) => [.. Enumerable.Range(0, count).Select(place => Row(areaId, place, place % 2 == 0 ? 19 : 21))];

    private static SeriesRow Row(int areaId, int monthsAfter, decimal value, Grain grain = Grain.Month) =>
        new() { MeasureId = 1, AreaId = areaId, Grain = grain, PeriodStart = First.AddMonths(monthsAfter), Value = value };
}
