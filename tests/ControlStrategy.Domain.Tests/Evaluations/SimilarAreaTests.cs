using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Evaluations;

public sealed class SimilarAreaTests
{
    private static readonly double?[] Treated = [100, 120, 90, 110, 80];

    [Fact]
    public void The_distance_is_that_of_series_indexed_to_their_own_mean()
    {
        // Mean 50, as an index 80, 120, 100, 120, 80 against 100, 120, 90, 110, 80.
        var area = Assert.Single(SimilarAreas.Of(Treated, [new EarlierSeries(7, [40, 60, 50, 60, 40])]));

        Assert.Equal(Math.Sqrt((400 + 0 + 100 + 100 + 0) / 5.0), area.Distance!.Value, 10);
        Assert.Equal(0.5, area.RelativeSize);
        Assert.Null(area.Reason);
    }

    [Fact]
    public void The_correlation_is_that_of_changes()
    {
        // Changes 20, -30, 20, -30 and 20, -10, 10, -20: less their means 25, -25, 25, -25 and 20, -10, 10, -20.
        var area = Assert.Single(SimilarAreas.Of(Treated, [new EarlierSeries(7, [40, 60, 50, 60, 40])]));

        Assert.Equal(1_500 / Math.Sqrt(2_500.0 * 1_000), area.Correlation!.Value, 10);
    }

    [Fact]
    public void A_larger_area_of_the_same_course_is_the_nearest()
    {
        var areas = SimilarAreas.Of(Treated, [new EarlierSeries(1, [90, 80, 110, 120, 100]), new EarlierSeries(2, [400, 480, 360, 440, 320]), new EarlierSeries(3, [101, 119, 92, 109, 80])]);

        Assert.Equal([2, 3, 1], areas.Select(area => area.AreaId));
        Assert.Equal((0, 1, 4), (areas[0].Distance, areas[0].Correlation, areas[0].RelativeSize));
        Assert.Equal(
            "Over 5 earlier periods, each series taken as 100 on its own average, it lay 0.0 points from the treated areas (root mean square); "
            + "their changes from period to period went along with one another (correlation 1.00). "
            + "Its level is 4.00 times theirs, so figures that compare numbers, such as the displacement difference, are to be read with care.",
            areas[0].Explanation);
    }

    [Theory]
    [InlineData(new double[] { 80, 100, 100, 115, 70 }, "went along with one another (correlation 0.78)")]
    [InlineData(new double[] { 100, 60, 140, 100, 140 }, "did not go along with one another (correlation -0.96)")]
    [InlineData(new double[] { 60, 70, 80, 90, 100 }, "cannot be correlated")]
    public void How_changes_went_together_is_put_in_words(double[] other, string words) =>
        Assert.Contains(words, Assert.Single(SimilarAreas.Of(Treated, [new EarlierSeries(7, [.. other])])).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Fewer_than_five_earlier_periods_are_too_few()
    {
        var area = Assert.Single(SimilarAreas.Of([1, 2, null, 3, 4], [new EarlierSeries(7, [1, 2, 3, 4, 5])]));

        Assert.Equal((null, null, null, Reason.TooFewPoints), (area.Distance, area.Correlation, area.RelativeSize, area.Reason));
        Assert.Equal("Fewer than 5 earlier periods are known of the treated areas.", area.Explanation);
    }

    [Fact]
    public void An_area_that_lacks_a_period_or_has_nothing_comes_last_with_the_reason()
    {
        var areas = SimilarAreas.Of(Treated, [new EarlierSeries(1, [0, 0, 0, 0, 0]), new EarlierSeries(2, [1, null, 1, 1, 1]), new EarlierSeries(3, [9, 1, 9, 1, 9])]);

        Assert.Equal([(3, null), (1, Reason.NotApplicable), (2, Reason.NotAvailable)], areas.Select(area => (area.AreaId, area.Reason)));
    }

    [Fact]
    public void A_period_not_known_of_the_treated_areas_is_not_compared_and_no_change_leads_across_it()
    {
        double?[] treated = [100, 120, null, 90, 110, 80];
        var area = Assert.Single(SimilarAreas.Of(treated, [new EarlierSeries(7, [100, 120, 5_000, 90, 110, 80])]));

        Assert.Equal(0, area.Distance);
        Assert.Equal(1, area.Correlation!.Value, 12);
        Assert.Contains("Over 5 earlier periods", area.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_three_changes_have_no_correlation() =>
        Assert.Null(Assert.Single(SimilarAreas.Of([1, null, 2, null, 3, 4, null, 5], [new EarlierSeries(7, [1, 2, 3, 4, 5, 9, 7, 8])])).Correlation);

    [Fact]
    public void The_order_of_candidates_and_the_unit_of_values_change_nothing()
    {
        var random = new Random(6);
        EarlierSeries[] candidates = [.. Enumerable.Range(1, 30).Select(id => new EarlierSeries(id, [.. Treated.Select(_ => (double?)random.Next(0, 200))]))];
        var expected = SimilarAreas.Of(Treated, candidates);
        random.Shuffle(candidates);

        Assert.Equal(expected, SimilarAreas.Of(Treated, candidates));
        Assert.Equal(
            expected.Select(area => (area.AreaId, area.Distance, area.Correlation)),
            SimilarAreas.Of([.. Treated.Select(value => value / 8)], candidates).Select(area => (area.AreaId, area.Distance, area.Correlation)));
        Assert.All(expected, area => Assert.InRange(area.Correlation!.Value, -1, 1));
    }

    [Fact]
    public void Of_areas_equally_near_the_better_correlated_comes_first_and_then_the_smaller_key()
    {
        // Ten more or less in the same two periods: as far from the treated areas, one with their changes and one against them.
        double?[] treated = [100, 120, 100, 80, 100];
        var areas = SimilarAreas.Of(treated, [new EarlierSeries(1, [100, 110, 100, 90, 100]), new EarlierSeries(4, [110, 120, 90, 80, 100]), new EarlierSeries(3, [110, 120, 90, 80, 100]), new EarlierSeries(2, [100, 130, 100, 70, 100])]);

        Assert.Single(areas.Select(area => area.Distance).Distinct());
        Assert.Equal(areas.OrderByDescending(area => area.Correlation).ThenBy(area => area.AreaId).Select(area => area.AreaId), areas.Select(area => area.AreaId));
        Assert.Equal([1, 2, 3, 4], areas.Select(area => area.AreaId));
    }

    [Fact]
    public void Every_candidate_has_the_same_periods() =>
        Assert.Throws<ArgumentException>(() => SimilarAreas.Of(Treated, [new EarlierSeries(7, [1, 2, 3, 4])]));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_value_is_0_or_more_and_finite(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SimilarAreas.Of(Treated, [new EarlierSeries(7, [1, 2, 3, 4, value])]));
}
