using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.ControlCharts;

public sealed class VariationTests
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
        Assert.Equal(expected, Chart(last).VariationAtEnd(polarity));

    [Fact]
    public void Where_the_last_month_is_missing_only_the_newest_point_tells()
    {
        Assert.Null(Chart(6, null, null).VariationAtEnd(Polarity.LowerIsBetter));
        Assert.Equal(Variation.ConcerningHigh, Chart(6, null, null).VariationAtNewest(Polarity.LowerIsBetter));
        Assert.Equal(Variation.CommonCause, Chart(6, 1, null).VariationAtNewest(Polarity.LowerIsBetter));
    }

    [Fact]
    public void A_phase_without_points_does_not_speak_for_the_one_before() =>
        Assert.Null(ControlChart.Of([.. Baseline, null, null], [12]).VariationAtNewest(Polarity.LowerIsBetter));

    [Fact]
    public void A_rising_trend_below_the_mean_is_low_and_one_that_ends_on_the_mean_is_high()
    {
        Assert.Equal(Variation.ImprovingLow, Chart(-5, -4, -3, -2, -1, -0.5, -0.25).VariationAtEnd(Polarity.LowerIsBetter));
        Assert.Equal(Variation.ConcerningHigh, Chart(-5, -4, -3, -2, -1, -0.5, 0).VariationAtEnd(Polarity.LowerIsBetter));
        Assert.Equal(Variation.ImprovingLow, Chart(5, 4, 3, 2, 1, 0.5, 0).VariationAtEnd(Polarity.LowerIsBetter));
    }

    [Theory]
    [InlineData(Polarity.LowerIsBetter, 5.32, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.LowerIsBetter, 5.31, Assurance.HitOrMiss)]
    [InlineData(Polarity.LowerIsBetter, -5.32, Assurance.HitOrMiss)]
    [InlineData(Polarity.LowerIsBetter, -5.33, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.HigherIsBetter, -5.32, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.HigherIsBetter, 5.32, Assurance.HitOrMiss)]
    [InlineData(Polarity.HigherIsBetter, 5.33, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.Neutral, 100.0, null)]
    [InlineData(Polarity.LowerIsBetter, null, null)]
    public void Assurance_is_where_the_limits_lie_and_a_value_on_the_target_meets_it(Polarity polarity, double? target, Assurance? expected) =>
        Assert.Equal(expected, Chart(0).AssuranceOf(target, polarity));

    private static ControlChart Chart(params double?[] values) => ControlChart.Of([.. Baseline, .. values], baselinePoints: 12);
}
