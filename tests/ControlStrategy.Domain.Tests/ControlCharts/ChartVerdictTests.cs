using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.ControlCharts;

public sealed class ChartVerdictTests
{
    // Mean 0, moving range 2: limits ±5.32.
    private static readonly double?[] Baseline = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];

    [Theory]
    [InlineData(6, Polarity.LowerIsBetter, Variation.ConcerningHigh)]
    [InlineData(6, Polarity.HigherIsBetter, Variation.ImprovingHigh)]
    [InlineData(6, Polarity.Neutral, Variation.NeutralHigh)]
    [InlineData(-6, Polarity.LowerIsBetter, Variation.ImprovingLow)]
    [InlineData(-6, Polarity.HigherIsBetter, Variation.ConcerningLow)]
    [InlineData(-6, Polarity.Neutral, Variation.NeutralLow)]
    [InlineData(2, Polarity.LowerIsBetter, Variation.CommonCause)]
    public void Variation_is_the_last_points(double last, Polarity polarity, Variation expected) =>
        Assert.Equal(expected, Judge(polarity, null, last).Variation);

    [Fact]
    public void A_missing_month_at_the_end_leaves_the_last_point_that_is_there() =>
        Assert.Equal(Variation.ConcerningHigh, Judge(Polarity.LowerIsBetter, null, 6, null, null).Variation);

    [Fact]
    public void A_rising_trend_below_the_mean_is_low_and_one_that_ends_on_the_mean_is_high()
    {
        Assert.Equal(Variation.ImprovingLow, Judge(Polarity.LowerIsBetter, null, -5, -4, -3, -2, -1, -0.5, -0.25).Variation);
        Assert.Equal(Variation.ConcerningHigh, Judge(Polarity.LowerIsBetter, null, -5, -4, -3, -2, -1, -0.5, 0).Variation);
        Assert.Equal(Variation.ImprovingLow, Judge(Polarity.LowerIsBetter, null, 5, 4, 3, 2, 1, 0.5, 0).Variation);
    }

    [Theory]
    [InlineData(Polarity.LowerIsBetter, 5.32, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.LowerIsBetter, 5.31, Assurance.HitOrMiss)]
    [InlineData(Polarity.LowerIsBetter, -5.32, Assurance.HitOrMiss)]
    [InlineData(Polarity.LowerIsBetter, -5.33, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.HigherIsBetter, -5.32, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.HigherIsBetter, 5.32, Assurance.HitOrMiss)]
    [InlineData(Polarity.HigherIsBetter, 5.33, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.Neutral, 100.0, Assurance.None)]
    [InlineData(Polarity.LowerIsBetter, null, Assurance.None)]
    public void Assurance_is_where_the_limits_lie_and_a_value_on_the_target_meets_it(Polarity polarity, double? target, Assurance expected) =>
        Assert.Equal(expected, Judge(polarity, target, 0).Assurance);

    private static ChartVerdict Judge(Polarity polarity, double? target, params double?[] values) =>
        ControlChart.Of((double?[])[.. Baseline, .. values], baselinePoints: 12).Judge(polarity, target);
}
