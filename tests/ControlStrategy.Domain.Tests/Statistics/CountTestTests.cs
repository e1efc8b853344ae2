using ControlStrategy.Domain.Statistics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace ControlStrategy.Domain.Tests.Statistics;

public sealed class CountTestTests
{
    [Theory]
    [InlineData(20, 10, 0.0688)]
    [InlineData(6, 2, 0.1749)]
    [InlineData(3, 0, 0.0884)]
    [InlineData(15, 30, 0.0253)]
    public void Two_counts_of_equal_exposure_differ_by_chance_this_often(double one, double other, double pValue) =>
        Assert.Equal(pValue, CountTest.PValue(new Exposed(one, 1), new Exposed(other, 1)), 4);

    [Fact]
    public void Nothing_on_both_sides_is_no_difference() => Assert.Equal(1, CountTest.PValue(new Exposed(0, 3), new Exposed(0, 7)));

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(0.01)]
    [InlineData(1000 / 999.0)]
    public void It_is_the_sum_over_all_pairs_at_least_as_far_apart(double exposure)
    {
        for (var one = 0; one <= 24; one += 3)
        {
            for (var other = 0; other <= 40; other += 4)
            {
                var (side, second) = (new Exposed(one, exposure), new Exposed(other, 1));
                Assert.Equal(Brute(side, second), CountTest.PValue(side, second), 9);
            }
        }
    }

    [Theory]
    [InlineData(1_200, 1_100, 1)]
    [InlineData(900, 2_050, 0.5)]
    [InlineData(2_000, 2_000, 1)]
    [InlineData(2_000, 2_001, 1)]
    public void Larger_counts_too(double one, double other, double exposure)
    {
        var (side, second) = (new Exposed(one, exposure), new Exposed(other, 1));

        Assert.Equal(Brute(side, second), CountTest.PValue(side, second), 8);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 1.37)]
    [InlineData(1, 25)]
    public void Where_the_normal_limit_takes_over_it_is_off_by_less_than_a_thousandth(double first, double second)
    {
        var mean = CountTest.SmallestOfNormalLimit * 0.999;
        foreach (var statistic in (double[])[0.01, 0.1, 0.5, 1, 1.5, 1.96, 2.5, 3.3, 5])
        {
            var exposed = new Exposed(Math.Round(mean), first);
            var expected = mean / first * second;
            var other = new Exposed(Math.Round(expected + (statistic * Math.Sqrt(expected * (1 + (second / first))))), second);
            var exact = CountTest.PValue(exposed, other);
            var limit = 2 * Normal.CDF(0, 1, -Statistic(exposed, other));
            Assert.True(Math.Abs(exact - limit) < 0.001, $"{statistic}: {exact} and {limit}");
        }
    }

    [Fact]
    public void It_is_the_same_whichever_side_comes_first_and_in_whatever_unit_exposure_is()
    {
        var random = new Random(20151);
        for (var i = 0; i < 400; i++)
        {
            var one = new Exposed(random.Next(0, 3_000), 1 + (random.NextDouble() * 1e6));
            var other = new Exposed(random.Next(0, 3_000), 1 + (random.NextDouble() * 1e6));
            var pValue = CountTest.PValue(one, other);
            Assert.InRange(pValue, 0, 1);
            Assert.Equal(pValue, CountTest.PValue(other, one));
            Assert.Equal(pValue, CountTest.PValue(one with { Exposure = one.Exposure * 8 }, other with { Exposure = other.Exposure * 8 }), 12);
        }
    }

    [Theory]
    [InlineData(1e9, 1e9 + 2e5, 1, 1)]
    [InlineData(5, 1e9, 1, 1e8)]
    [InlineData(0, 9e14, 1, 1e12)]
    [InlineData(90_000, 9e8, 1, 1e4)]
    public void Counts_of_any_size_are_answered(double one, double other, double first, double second) =>
        Assert.InRange(CountTest.PValue(new Exposed(one, first), new Exposed(other, second)), 0, 1);

    [Fact]
    public void A_rare_count_against_a_frequent_one_is_a_test_against_its_rate() =>
        // P(X >= 15) + P(X <= 3) of a Poisson variable of mean 8 or so, as the E-test bounds it.
        Assert.Equal(
            CountTest.PValue(new Exposed(15, 1), new Exposed(79_200, 9_900)),
            CountTest.PValue(new Exposed(15, 1), new Exposed(800_000, 100_000)),
            3);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, 0)]
    [InlineData(1, double.PositiveInfinity)]
    public void A_count_is_0_or_more_and_exposed_to_something(double count, double exposure)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTest.PValue(new Exposed(count, exposure), new Exposed(1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTest.PValue(new Exposed(1, 1), new Exposed(count, exposure)));
    }

    private static double Brute(Exposed one, Exposed other)
    {
        var rate = (one.Count + other.Count) / (one.Exposure + other.Exposure);
        var observed = Statistic(one, other);
        if (observed == 0) return 1;
        double[] first = Probabilities(one.Exposure * rate), second = Probabilities(other.Exposure * rate);
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                if (first[i] * second[j] > 0 && Statistic(one with { Count = i }, other with { Count = j }) >= observed * (1 - 1e-9))
                    sum += first[i] * second[j];
            }
        }

        return sum;
    }

    private static double Statistic(Exposed one, Exposed other)
    {
        var variance = (one.Count / one.Exposure / one.Exposure) + (other.Count / other.Exposure / other.Exposure);
        return variance == 0 ? 0 : Math.Abs((one.Count / one.Exposure) - (other.Count / other.Exposure)) / Math.Sqrt(variance);
    }

    private static double[] Probabilities(double mean) =>
        [.. Enumerable.Range(0, (int)(mean + (8 * Math.Sqrt(mean)) + 30)).Select(count => Math.Exp((count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1)))];
}
