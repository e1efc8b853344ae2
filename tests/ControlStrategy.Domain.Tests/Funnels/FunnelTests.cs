using ControlStrategy.Domain.Funnels;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Funnels;

public sealed class FunnelTests
{
    // Nine areas at 100 per 10,000 and one beside them.
    private static FunnelArea[] Beside(FunnelArea area) => [.. Enumerable.Range(1, 9).Select(id => new FunnelArea(id, 100, 10_000)), area];

    [Fact]
    public void Areas_that_differ_by_chance_only_have_limits_that_are_not_widened()
    {
        double[] z = [-1.2, -0.9, -0.6, -0.3, -0.1, 0.1, 0.3, 0.6, 0.9, 1.2];
        var funnel = Funnel.OfCounts([.. z.Select((value, id) => new FunnelArea(id, 100 + (10 * value), 10_000))]);

        // The ends are drawn in to the points a tenth of the way from the farthest but one: ±0.93.
        Assert.Equal(2 * ((0.93 * 0.93) + 0.81 + 0.36 + 0.09 + 0.01) / 10, funnel.Dispersion!.Value, 10);
        Assert.Equal(1 + (2 * Math.Sqrt(0.2)), funnel.DispersionThreshold!.Value, 12);
        Assert.False(funnel.Widened);
        Assert.Equal(-1.2, funnel.Points[0].Z!.Value, 10);
        Assert.Equal(-0.93, funnel.Points[0].WinsorisedZ!.Value, 10);
        Assert.Equal(80.366337, funnel.Points[0].Limits95!.Lower, 6);
        Assert.All(funnel.Points, point => Assert.Equal(FunnelWord.AsExpected, point.Word));
    }

    // Half of ten areas are z above the overall rate and half are below: φ = z². The threshold is 1.894427, the square of 1.376382.
    [Theory]
    [InlineData(1.35, false)]
    [InlineData(1.376, false)]
    [InlineData(1.377, true)]
    [InlineData(3, true)]
    public void Limits_are_widened_exactly_where_dispersion_exceeds_its_threshold(double z, bool isWidened)
    {
        var funnel = Funnel.OfCounts([.. Enumerable.Range(0, 10).Select(id => new FunnelArea(id, 400 + (20 * (id % 2 == 0 ? z : -z)), 10_000))]);

        Assert.Equal(z * z, funnel.Dispersion!.Value, 9);
        Assert.Equal(isWidened, funnel.Widened);
        Assert.Equal(400 + ((isWidened ? z : 1) * 40.171772), funnel.Points[0].Limits95!.Upper, 5);
    }

    [Theory]
    [InlineData(121, FunnelWord.Higher, false)]
    [InlineData(120, FunnelWord.AsExpected, false)]
    [InlineData(80, FunnelWord.LowerThanExpected, false)]
    [InlineData(81, FunnelWord.AsExpected, false)]
    [InlineData(133, FunnelWord.Higher, true)]
    [InlineData(132, FunnelWord.Higher, false)]
    [InlineData(70, FunnelWord.LowerThanExpected, true)]
    [InlineData(71, FunnelWord.LowerThanExpected, false)]
    public void The_word_goes_by_the_95_per_cent_limits_and_another_field_by_99_point_8(double count, FunnelWord word, bool isOutside998)
    {
        // So many others that this one hardly moves the overall rate.
        var funnel = Funnel.OfCounts([.. Enumerable.Range(1, 50).Select(id => new FunnelArea(id, 1e6, 1e8)), new FunnelArea(99, count, 10_000)]);

        Assert.False(funnel.Widened);
        Assert.Equal((word, isOutside998), (funnel.Points[^1].Word, funnel.Points[^1].Outside998));
    }

    [Fact]
    public void An_area_without_a_count_or_people_stays_and_takes_no_part()
    {
        var funnel = Funnel.OfCounts([
            .. Beside(new FunnelArea(10, 100, 10_000)),
            new FunnelArea(11, null, 5_000), new FunnelArea(12, 50, null), new FunnelArea(13, 0, 0), new FunnelArea(14, 3, 5_000, Reason.Confidential)]);

        Assert.Equal((10, 1_000, 100_000), (funnel.AreaCount, funnel.Observed, funnel.Exposure));
        Assert.Equal(
            [Reason.NotAvailable, Reason.NotAvailable, Reason.NotApplicable, Reason.Confidential],
            funnel.Points.Skip(10).Select(point => point.Reason!.Value));
        Assert.All(funnel.Points.Skip(10), point => Assert.Equal((null, null, null, null, point.Reason), (point.Value, point.Expected, point.Limits95, point.Word, point.LimitsReason)));
        Assert.All(funnel.Points.Take(10), point => Assert.Equal((null, null), (point.Reason, point.LimitsReason)));
    }

    [Fact]
    public void A_confidential_count_is_not_in_the_answer()
    {
        var point = Funnel.OfCounts(Beside(new FunnelArea(10, 3, 5_000, Reason.Confidential))).Points[^1];

        Assert.Equal((null, null), (point.Observed, point.Exposure));
    }

    [Fact]
    public void Fewer_than_ten_areas_have_values_but_no_limits()
    {
        var funnel = Funnel.OfCounts(Beside(new FunnelArea(10, null, null)));

        Assert.Equal((9, 100, Reason.TooFewPoints), (funnel.AreaCount, funnel.Overall, funnel.Reason));
        Assert.Equal((null, null, false), (funnel.Dispersion, funnel.DispersionThreshold, funnel.Widened));
        Assert.All(funnel.Points.Take(9), point => Assert.Equal(
            (100, 100, null, null, null, Reason.TooFewPoints), (point.Value, point.Expected, point.Z, point.Word, point.Outside998, point.LimitsReason)));
        Assert.Equal(Reason.NotAvailable, funnel.Points[^1].LimitsReason);
    }

    [Fact]
    public void Without_areas_there_is_no_overall_rate()
    {
        var funnel = Funnel.OfCounts([]);

        Assert.Equal((null, 0, Reason.TooFewPoints), (funnel.Overall, funnel.AreaCount, funnel.Reason));
        Assert.Empty(funnel.Points);
    }

    [Fact]
    public void Where_nothing_was_counted_anywhere_all_figures_are_0()
    {
        var funnel = Funnel.OfCounts([.. Enumerable.Range(1, 12).Select(id => new FunnelArea(id, 0, 1_000 * id))]);

        Assert.Equal((0, 0, false), (funnel.Overall, funnel.Dispersion, funnel.Widened));
        Assert.All(funnel.Points, point => Assert.Equal(
            (0, 0, 0, new FunnelLimits(0, 0), FunnelWord.AsExpected), (point.Value, point.Expected, point.Z, point.Limits998, point.Word)));
    }

    [Fact]
    public void Where_all_of_every_whole_was_counted_all_areas_are_as_expected()
    {
        var funnel = Funnel.OfProportions([.. Enumerable.Range(1, 12).Select(id => new FunnelArea(id, 7 * id, 7 * id))]);

        Assert.Equal((100, 0), (funnel.Overall, funnel.Dispersion));
        Assert.All(funnel.Points, point => Assert.Equal((100, 0, FunnelWord.AsExpected, false), (point.Value, point.Z, point.Word, point.Outside998)));
    }

    [Fact]
    public void Of_proportions_the_variance_is_the_binomials()
    {
        var funnel = Funnel.OfProportions([.. Enumerable.Range(0, 10).Select(id => new FunnelArea(id, id % 2 == 0 ? 210 : 190, 400))]);

        Assert.Equal((FunnelDistribution.Binomial, 100, 50), (funnel.Distribution, funnel.Per, funnel.Overall));
        Assert.Equal(1, funnel.Points[0].Z!.Value, 12);
        Assert.Equal((52.5, 200), (funnel.Points[0].Value, funnel.Points[0].Expected));
    }

    [Fact]
    public void More_than_all_of_a_whole_is_no_proportion_and_takes_no_part()
    {
        var funnel = Funnel.OfProportions([.. Enumerable.Range(1, 10).Select(id => new FunnelArea(id, 5, 10)), new FunnelArea(11, 11, 10)]);

        Assert.Equal(Reason.NotApplicable, funnel.Points[^1].Reason);
        Assert.Equal((50, 10), (funnel.Overall, funnel.AreaCount));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void A_count_and_an_exposure_are_0_or_more_and_finite(double observed, double exposure) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Funnel.OfCounts([new FunnelArea(1, observed, exposure)]));

    [Fact]
    public void An_area_is_given_once() =>
        Assert.Throws<ArgumentException>(() => Funnel.OfCounts([new FunnelArea(1, 1, 1), new FunnelArea(1, 1, 1)]));
}
