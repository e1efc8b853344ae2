using ControlStrategy.Domain.ControlCharts;
using Xunit;

namespace ControlStrategy.Domain.Tests.ControlCharts;

/// <summary>The fine print of the rules. Each case stands behind a baseline with mean 0 and limits of ±5.32.</summary>
public sealed class SpecialCauseTests
{
    // Mean 0, moving range 2: limits ±5.32, near limits ±3.547.
    private static readonly double?[] Baseline = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];

    [Fact]
    public void Six_on_one_side_are_chance_and_every_point_of_seven_or_more_is_flagged()
    {
        Assert.Empty(Flagged(ControlRule.SevenOnOneSide, 2, 1, 2, 1, 2, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Flagged(ControlRule.SevenOnOneSide, 2, 1, 2, 1, 2, 1, 2));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], Flagged(ControlRule.SevenOnOneSide, 2, 1, 2, 1, 2, 1, 2, 1, 2));
    }

    [Fact]
    public void A_point_on_the_mean_belongs_to_neither_side() => Assert.Empty(Flagged(ControlRule.SevenOnOneSide, 2, 1, 2, 0, 2, 1, 2, 1));

    [Fact]
    public void A_row_does_not_go_across_a_missing_month()
    {
        Assert.Empty(Flagged(ControlRule.SevenOnOneSide, 2, 1, 2, 1, null, 2, 1, 2, 1));
        Assert.Empty(Flagged(ControlRule.SevenInOneDirection, -2, -1.5, -1, -0.5, null, 0.5, 1, 1.5));
        Assert.Empty(Flagged(ControlRule.TwoOfThreeNearLimit, 4, null, 4));
    }

    [Fact]
    public void Seven_rising_points_have_six_increases()
    {
        Assert.Empty(Flagged(ControlRule.SevenInOneDirection, -2, -1.5, -1, 1, 1.5, 1.2));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Flagged(ControlRule.SevenInOneDirection, -3, -2, -1, 1, 2, 3, 3.5));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Flagged(ControlRule.SevenInOneDirection, 3, 2, 1, -1, -2, -3, -3.5));
    }

    [Fact]
    public void Equal_neighbours_end_a_trend() => Assert.Empty(Flagged(ControlRule.SevenInOneDirection, -3, -2, -1, -1, 1, 2, 3, 3.5));

    [Fact]
    public void A_turning_point_belongs_to_both_trends()
    {
        double?[] values = [-3, -2, -1, 1, 2, 3, 3.5, 3, 2, 1, -1, -2, -3];

        var chart = ControlChart.Of([.. Baseline, .. values], baselinePoints: 12);

        Assert.Equal(
            [new(ControlRule.SevenInOneDirection, ControlDirection.High), new(ControlRule.SevenInOneDirection, ControlDirection.Low)],
            chart.Flags[Baseline.Length + 6].Where(flag => flag.Rule is ControlRule.SevenInOneDirection));
    }

    [Theory]
    [InlineData(new[] { 4.0, 1.0, 4.0 }, new[] { 0, 2 })]
    [InlineData(new[] { 4.0, 4.0, 1.0 }, new[] { 0, 1 })]
    [InlineData(new[] { 4.0, 4.0, 4.0 }, new[] { 0, 1, 2 })]
    [InlineData(new[] { 6.0, 1.0, 4.0 }, new[] { 0, 2 })]
    [InlineData(new[] { -4.0, -1.0, -4.0 }, new[] { 0, 2 })]
    [InlineData(new[] { 4.0, 1.0, 1.0, 4.0 }, new int[0])]
    [InlineData(new[] { 4.0, -1.0, 4.0 }, new int[0])]
    [InlineData(new[] { 4.0, 0.0, 4.0 }, new int[0])]
    [InlineData(new[] { 4.0, -4.0, -1.0 }, new int[0])]
    [InlineData(new[] { 4.0, 4.0 }, new int[0])]
    public void Two_of_three_beyond_a_near_limit_are_flagged_where_all_three_are_on_one_side(double[] values, int[] expected)
    {
        double?[] padded = [-1, .. values.Select(value => (double?)value), values[^1] > 0 ? -1 : 1];

        Assert.Equal(expected, Flagged(ControlRule.TwoOfThreeNearLimit, padded).Select(i => i - 1));
    }

    [Fact]
    public void A_point_on_a_limit_is_not_outside_it()
    {
        var limits = ControlChart.Of(Baseline).Phases[0];

        Assert.Empty(Flagged(ControlRule.OutsideLimits, limits.UpperLimit));
        Assert.Equal([0], Flagged(ControlRule.OutsideLimits, limits.UpperLimit + 0.01));
        Assert.Equal([0], Flagged(ControlRule.OutsideLimits, limits.LowerLimit - 0.01));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(0)]
    [InlineData(123456789.1)]
    public void Equal_values_are_chance_however_their_mean_is_rounded(double value)
    {
        var chart = ControlChart.Of([.. Enumerable.Repeat((double?)value, 37)]);

        Assert.All(Enumerable.Range(0, 37), i => Assert.Empty(chart.Flags[i]));
    }

    [Fact]
    public void A_row_does_not_go_across_a_recalculation()
    {
        double?[] values = [.. Baseline, 1, 2, 1, 2, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1];

        Assert.NotEmpty(ControlChart.Of([.. Baseline, 1, 2, 1, 2, 1, 2, 1], baselinePoints: 12).Flags[15]);
        Assert.All(Enumerable.Range(0, values.Length), i => Assert.Empty(ControlChart.Of(values, [14]).Flags[i]));
    }

    /// <summary>The positions, counted from the end of the baseline, of the points a rule flags.</summary>
    private static IEnumerable<int> Flagged(ControlRule rule, params double?[] values)
    {
        var chart = ControlChart.Of([.. Baseline, .. values], baselinePoints: 12);
        Assert.Equal((0, 2), (chart.Phases[0].Mean, chart.Phases[0].MeanMovingRange));
        return Enumerable.Range(0, values.Length).Where(i => chart.Flags[Baseline.Length + i].Any(flag => flag.Rule == rule));
    }
}
