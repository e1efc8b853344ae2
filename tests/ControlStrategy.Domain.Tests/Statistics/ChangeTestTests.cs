using ControlStrategy.Domain.Statistics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace ControlStrategy.Domain.Tests.Statistics;

public sealed class ChangeTestTests
{
    private static readonly (Exposed, Exposed)[] FiveWild = [.. Enumerable.Repeat((new Exposed(400, 1), new Exposed(300, 1)), 5)];

    [Fact]
    public void Two_proportions_are_compared_with_pooled_variance()
    {
        // Pooled 0.55, standard error √(0.55 × 0.45 × 2/100) = 0.070356, z = 0.1/0.070356 = 1.421338.
        var pValue = ProportionTest.PValue(new Share(60, 100), new Share(50, 100));

        Assert.Equal(2 * Normal.CDF(0, 1, -1.4213381), pValue, 6);
        Assert.Equal(pValue, ProportionTest.PValue(new Share(50, 100), new Share(60, 100)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Where_none_or_all_were_counted_on_both_sides_there_is_no_difference(double numerator) =>
        Assert.Equal(1, ProportionTest.PValue(new Share(numerator, 10), new Share(numerator == 0 ? 0 : 30, 30)));

    [Fact]
    public void More_than_all_is_no_proportion() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.PValue(new Share(11, 10), new Share(1, 10)));

    [Fact]
    public void Fewer_than_five_earlier_changes_say_nothing_of_dispersion()
    {
        var test = ChangeTest.OfCounts(new Exposed(20, 1), new Exposed(10, 1), FiveWild[..4]);

        Assert.Null(test.Dispersion);
        Assert.Null(test.DispersedPValue);
        Assert.Equal(test.PlainPValue, test.PValue);
        Assert.Equal(0.0688, test.PValue, 4);
    }

    [Fact]
    public void Five_earlier_changes_that_varied_much_make_a_change_less_surprising()
    {
        var test = ChangeTest.OfCounts(new Exposed(400, 1), new Exposed(300, 1), FiveWild);

        // Each earlier change is 100/√700 standard errors, its square 100²/700.
        Assert.Equal(10_000 / 700.0, test.Dispersion!.Value, 10);
        Assert.Equal(2 * Normal.CDF(0, 1, -1), test.DispersedPValue!.Value, 10);
        Assert.Equal(test.DispersedPValue, test.PValue);
        Assert.Equal(Significance.Ns, test.Significance);
        Assert.True(test.PlainPValue < 0.001);
    }

    [Fact]
    public void Figures_that_vary_less_than_chance_are_taken_for_chance()
    {
        var calm = Enumerable.Repeat((new Exposed(300, 1), new Exposed(300, 1)), 6).ToArray();

        Assert.Equal(1, ChangeTest.OfCounts(new Exposed(330, 1), new Exposed(300, 1), calm).Dispersion);
    }

    [Fact]
    public void Changes_of_shares_have_their_dispersion_too()
    {
        var change = (Current: new Share(60, 100), Earlier: new Share(50, 100));
        var test = ChangeTest.OfProportions(change.Current, change.Earlier, [.. Enumerable.Repeat(change, 5)]);

        Assert.Equal(TestMethod.TwoProportionZ, test.Method);
        Assert.Equal(1.4213381 * 1.4213381, test.Dispersion!.Value, 6);
        Assert.Equal(2 * Normal.CDF(0, 1, -1), test.PValue, 9);
    }

    [Theory]
    [InlineData(1, Significance.Ns)]
    [InlineData(0.05, Significance.Ns)]
    [InlineData(0.0499, Significance.S)]
    [InlineData(0.01, Significance.S)]
    [InlineData(0.0099, Significance.Ss)]
    [InlineData(0.001, Significance.Ss)]
    [InlineData(0.0009, Significance.Sss)]
    [InlineData(0, Significance.Sss)]
    public void Significance_is_below_5_1_and_a_tenth_of_a_per_cent(double pValue, Significance significance) =>
        Assert.Equal(significance, SignificanceLevels.Of(pValue));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_is_0_to_1(double pValue) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignificanceLevels.Of(pValue));

    [Fact]
    public void Many_probabilities_are_adjusted_step_by_step_from_the_largest()
    {
        // By hand: 0.04 × 4/3 = 0.0533, 0.03 × 4/2 = 0.06 but not above the next one, 0.005 × 4/1 = 0.02.
        var adjusted = BenjaminiHochberg.Adjust([0.03, null, 0.005, 0.9, 0.04]);

        Assert.Equal(0.16 / 3, adjusted[0]!.Value, 12);
        Assert.Null(adjusted[1]);
        Assert.Equal(0.02, adjusted[2]!.Value, 12);
        Assert.Equal(0.9, adjusted[3]!.Value, 12);
        Assert.Equal(0.16 / 3, adjusted[4]!.Value, 12);
    }

    [Fact]
    public void An_adjusted_probability_is_never_smaller_and_keeps_the_order()
    {
        var random = new Random(1995);
        for (var round = 0; round < 200; round++)
        {
            double?[] plain = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (double?)random.NextDouble())];
            var adjusted = BenjaminiHochberg.Adjust(plain);
            Assert.All(plain.Zip(adjusted), pair => Assert.InRange(pair.Second!.Value, pair.First!.Value, 1));
            var byPlain = plain.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second!.Value).ToList();
            Assert.Equal(byPlain.Order(), byPlain);
        }
    }
}
