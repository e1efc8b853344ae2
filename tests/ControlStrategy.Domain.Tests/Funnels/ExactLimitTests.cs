using System.Numerics;
using ControlStrategy.Domain.Funnels;
using Xunit;

namespace ControlStrategy.Domain.Tests.Funnels;

/// <summary>Limits before widening: of areas that all have exactly what is expected.</summary>
public sealed class ExactLimitTests
{
    private const double Inner = 0.025;
    private const double Outer = 0.001;

    // Summed with sixty digits elsewhere.
    [Theory]
    [InlineData(0.01, 0, 0.984799, 0, 1.904012)]
    [InlineData(1, 0, 3.901949, 0, 5.867626)]
    [InlineData(10, 3.775188, 17.159951, 1.220529, 21.662001)]
    [InlineData(100, 80.366337, 120.580895, 70.065284, 132.804750)]
    [InlineData(1_000, 937.999144, 1_062.949599, 903.210768, 1_099.642356)]
    [InlineData(291_500, 290_441.774496, 292_559.172599, 289_832.485838, 293_170.363955)]
    public void Of_counts_they_are_Poissons(double expected, double lower95, double upper95, double lower998, double upper998)
    {
        var (inner, outer) = OfCount(expected);

        Assert.Equal((lower95, upper95, lower998, upper998), (Rounded(inner.Lower), Rounded(inner.Upper), Rounded(outer.Lower), Rounded(outer.Upper)));
    }

    [Theory]
    [InlineData(20, 0.5, 5.116471, 14.883529, 2.734716, 17.265284)]
    [InlineData(50, 0.1, 0.693146, 9.986136, 0, 13.006421)]
    [InlineData(1_000, 0.8, 774.415667, 824.997206, 759.568358, 838.716845)]
    [InlineData(10, 0.99, 8.226967, 10, 7.213409, 10)]
    public void Of_proportions_they_are_binomial(double trials, double share, double lower95, double upper95, double lower998, double upper998)
    {
        var (inner, outer) = OfShare(trials, share);

        Assert.Equal((lower95, upper95, lower998, upper998), (Rounded(inner.Lower), Rounded(inner.Upper), Rounded(outer.Lower), Rounded(outer.Upper)));
    }

    [Fact]
    public void Chance_alone_puts_a_count_beyond_a_limit_with_at_most_its_probability_and_the_next_count_with_more()
    {
        for (var expected = 0.05; expected < 60; expected += 0.37)
        {
            var probabilities = Poisson(expected);
            var (inner, outer) = OfCount(expected);
            AssertTails(probabilities, inner, Inner);
            AssertTails(probabilities, outer, Outer);
        }
    }

    [Fact]
    public void Of_proportions_too()
    {
        foreach (var trials in (int[])[1, 2, 7, 25, 60])
        {
            foreach (var share in (double[])[0.02, 0.25, 0.5, 0.9])
            {
                var probabilities = Binomial(trials, share);
                var (inner, outer) = OfShare(trials, share);
                AssertTails(probabilities, inner, Inner);
                AssertTails(probabilities, outer, Outer);
            }
        }
    }

    [Fact]
    public void They_hold_the_expected_count_and_99_point_8_per_cent_reaches_farther_than_95()
    {
        for (var expected = 0.001; expected < 1e6; expected *= 1.17)
        {
            var (inner, outer) = OfCount(expected);
            Assert.True(inner.Lower < expected && expected < inner.Upper, $"at {expected}");
            Assert.True(outer.Lower <= inner.Lower && inner.Upper < outer.Upper, $"at {expected}");
            Assert.True(outer.Lower < inner.Lower || inner.Lower == 0, $"at {expected}");
        }
    }

    [Fact]
    public void They_never_fall_as_the_expected_count_rises()
    {
        var (before, outerBefore) = OfCount(0.01);
        for (var expected = 0.02; expected < 40; expected += 0.01)
        {
            var (inner, outer) = OfCount(expected);
            Assert.True(inner.Lower >= before.Lower && inner.Upper >= before.Upper, $"at {expected}");
            Assert.True(outer.Lower >= outerBefore.Lower && outer.Upper >= outerBefore.Upper, $"at {expected}");
            (before, outerBefore) = (inner, outer);
        }
    }

    [Fact]
    public void Where_sums_end_the_normal_limit_goes_on_without_a_step()
    {
        const double summed = 9_999_999;
        const double beyond = 10_000_001;
        foreach (var limit in (Func<double, double>[])[at => OfCount(at).Inner.Lower, at => OfCount(at).Inner.Upper, at => OfCount(at).Outer.Lower, at => OfCount(at).Outer.Upper])
        {
            // Two thousandths of a count, where limits are 6,000 from the expected count and more.
            Assert.Equal(beyond - summed, limit(beyond) - limit(summed), 0.002);
        }
    }

    [Fact]
    public void A_large_number_of_trials_has_the_normal_limits_to_a_thousandth_of_a_count()
    {
        var (inner, outer) = OfShare(1.5e7, 0.5);
        var deviation = Math.Sqrt(1.5e7 / 4);

        Assert.Equal(7.5e6 - (1.959963985 * deviation) - 0.5, inner.Lower, 3);
        Assert.Equal(7.5e6 + (3.090232306 * deviation) + 0.5, outer.Upper, 3);
    }

    private static (FunnelLimits Inner, FunnelLimits Outer) OfCount(double expected)
    {
        var funnel = Funnel.OfCounts([.. Enumerable.Range(1, Funnel.FewestAreas).Select(id => new FunnelArea(id, expected, expected))]);
        return Limits(funnel, expected);
    }

    private static (FunnelLimits Inner, FunnelLimits Outer) OfShare(double trials, double share)
    {
        var funnel = Funnel.OfProportions([.. Enumerable.Range(1, Funnel.FewestAreas).Select(id => new FunnelArea(id, trials * share, trials))]);
        return Limits(funnel, trials);
    }

    private static (FunnelLimits Inner, FunnelLimits Outer) Limits(Funnel funnel, double exposure)
    {
        Assert.False(funnel.Widened);
        var point = funnel.Points[0];
        var unit = exposure / funnel.Per;
        return (new FunnelLimits(point.Limits95!.Lower * unit, point.Limits95.Upper * unit), new FunnelLimits(point.Limits998!.Lower * unit, point.Limits998.Upper * unit));
    }

    private static void AssertTails(double[] probabilities, FunnelLimits limits, double tail)
    {
        const double rounding = 1e-9;
        Assert.True(Where(count => count < limits.Lower - rounding) <= tail + rounding);
        Assert.True(Where(count => count > limits.Upper + rounding) <= tail + rounding);
        Assert.True(Where(count => count <= Math.Ceiling(limits.Lower - rounding)) >= tail - rounding);
        Assert.True(Where(count => count >= Math.Floor(limits.Upper + rounding)) >= tail - rounding);

        double Where(Func<int, bool> isIn) => probabilities.Where((_, count) => isIn(count)).Sum();
    }

    private static double[] Poisson(double mean)
    {
        var probabilities = new double[200];
        probabilities[0] = Math.Exp(-mean);
        for (var count = 1; count < probabilities.Length; count++)
            probabilities[count] = probabilities[count - 1] * mean / count;
        return probabilities;
    }

    private static double[] Binomial(int trials, double share) =>
        [.. Enumerable.Range(0, trials + 1).Select(count => (double)Choose(trials, count) * Math.Pow(share, count) * Math.Pow(1 - share, trials - count))];

    private static BigInteger Choose(int trials, int count) =>
        Enumerable.Range(0, count).Aggregate(BigInteger.One, (product, i) => product * (trials - i) / (i + 1));

    private static double Rounded(double limit) => Math.Round(limit, 6);
}
