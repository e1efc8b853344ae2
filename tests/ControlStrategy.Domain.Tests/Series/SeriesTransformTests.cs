using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Series;

/// <summary>Sums from April on, and over twelve months. Each month's value is its place, so sums are found by hand.</summary>
public sealed class SeriesTransformTests
{
    private static readonly DateOnly April = new(2020, 4, 1);

    [Fact]
    public void Year_to_date_adds_up_from_April_and_begins_anew_each_April()
    {
        // April 2020 is 1, March 2021 is 12, April 2021 is 13. To June 1 + 2 + 3 = 6, to March 12 × 13 / 2 = 78, to May 2021 13 + 14 = 27.
        var values = Monthly(SeriesTransform.YearToDate, April, 14).Months(April, Counting(14)).Values();

        Assert.Equal([1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 13, 27], values);
    }

    [Fact]
    public void Year_to_date_of_a_later_month_counts_the_months_before_the_series()
    {
        var values = Monthly(SeriesTransform.YearToDate, April.AddMonths(5), 2).Months(April, Counting(14)).Values();

        Assert.Equal([21, 28], values);
    }

    [Fact]
    public void A_month_missing_leaves_the_rest_of_its_financial_year_without_sum()
    {
        int?[] months = Counting(14);
        months[2] = null;

        Assert.Equal([1, 3, null, null, null, null, null, null, null, null, null, null, 13, 27], Monthly(SeriesTransform.YearToDate, April, 14).Months(April, months).Values());
    }

    [Fact]
    public void Rolling_12_are_the_12_months_to_the_end_of_each_period()
    {
        // 1 to 12 is 78; each month later the sum is 12 higher.
        var values = Monthly(SeriesTransform.Rolling12, April.AddMonths(11), 4).Months(April, Counting(15)).Values();

        Assert.Equal([78, 90, 102, 114], values);
    }

    [Fact]
    public void Rolling_12_needs_all_12()
    {
        var late = Monthly(SeriesTransform.Rolling12, April, 13).Months(April, Counting(13)).Made();
        Assert.Equal([null, null, null, null, null, null, null, null, null, null, null, 78, 90], late.Points.Select(point => point.Value));
        Assert.All(late.Points.Take(11), point => Assert.Equal((Reason.NotAvailable, null), (point.Reason, point.MissingAreas)));

        int?[] months = Counting(26);
        months[13] = null;
        Assert.Equal(12, Monthly(SeriesTransform.Rolling12, April.AddMonths(11), 15).Months(April, months).Values().Count(value => value is null));
    }

    [Fact]
    public void Quarters_and_years_are_added_up_alike()
    {
        var quarters = SeriesBuilder.Periods(Grain.Quarter, April, 5);
        Assert.Equal([6, 21, 45, 78, 42], new SeriesBuilder(quarters) { Transform = SeriesTransform.YearToDate }.Months(April, Counting(15)).Values());
        // 15 + 24 + 33 + 42 = 114.
        Assert.Equal([null, null, null, 78, 114], new SeriesBuilder(quarters) { Transform = SeriesTransform.Rolling12 }.Months(April, Counting(15)).Values());
        foreach (var transform in new[] { SeriesTransform.YearToDate, SeriesTransform.Rolling12 })
            Assert.Equal([78, 222], new SeriesBuilder(SeriesBuilder.Periods(Grain.Year, April, 2)) { Transform = transform }.Months(April, Counting(24)).Values());
    }

    [Fact]
    public void Percentages_come_from_summed_parts_not_from_the_mean_of_percentages()
    {
        var made = Monthly(SeriesTransform.YearToDate, April, 2, MeasureKind.Percentage).Share(April, (1, 2)).Share(April.AddMonths(1), (1, 98)).Made();

        Assert.Equal([50, 2], made.Points.Select(point => point.Value));
        Assert.Equal((2m, 100m), (made.Points[1].Numerator, made.Points[1].Denominator));
    }

    [Fact]
    public void The_population_of_a_rate_is_counted_once_as_the_mean_of_its_months()
    {
        // (30 + 60) cases of (10,000 + 20,000) / 2 people are 90 / 15,000 = 60 per 10,000.
        var made = Monthly(SeriesTransform.YearToDate, April, 2, MeasureKind.Rate).Share(April, (30, 10_000)).Share(April.AddMonths(1), (60, 20_000)).Made();

        Assert.Equal([30, 60], made.Points.Select(point => point.Value));
        Assert.Equal(15_000, made.Points[1].Denominator);
    }

    [Fact]
    public void Survey_estimates_are_never_added_up()
    {
        var point = Assert.Single(Monthly(SeriesTransform.YearToDate, April, 1, MeasureKind.Survey).Row(April, 61).Made().Points);

        Assert.Equal((null, Reason.NotApplicable, null), (point.Value, point.Reason, point.Lower));
    }

    [Fact]
    public void How_many_areas_a_sum_lacks_is_told_where_some_have_the_months()
    {
        var made = Monthly(SeriesTransform.YearToDate, April, 3).Area(2, 1).Area(3, 1).Area(4, 1)
            .Months(April, [1, 1, 1], 2).Months(April, [1, null, 1], 3).Months(April, [1, null, 1], 4).Made();

        Assert.Equal([3, null, null], made.Points.Select(point => point.Value));
        Assert.Equal([null, 2, 2], made.Points.Select(point => point.MissingAreas));
    }

    [Theory]
    [InlineData(SeriesTransform.YearToDate)]
    [InlineData(SeriesTransform.Rolling12)]
    public void Points_that_overlap_have_no_control_chart(SeriesTransform transform)
    {
        var made = Monthly(transform, April.AddYears(1), 24).Months(April, Counting(36)).Made();

        Assert.Equal((null, Reason.NotApplicable), (made.Chart, made.Reason));
        Assert.All(made.Points, point => Assert.Empty(point.Flags));
    }

    private static SeriesBuilder Monthly(SeriesTransform transform, DateOnly first, int count, MeasureKind kind = MeasureKind.Count) =>
        new(SeriesBuilder.Periods(Grain.Month, first, count), kind) { Transform = transform };

    private static int?[] Counting(int count) => [.. Enumerable.Range(1, count)];
}
