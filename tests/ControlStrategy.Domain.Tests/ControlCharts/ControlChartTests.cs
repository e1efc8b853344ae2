using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.ControlCharts;

public sealed class ControlChartTests
{
    private static readonly double?[] Example = [112, 118, 109, 121, 115, 117, 108, 119, 114, 116, 113, 120, 111, 118, 122, 125, 127, 129, 131, 133, 119, 140, 117, 116];

    [Fact]
    public void The_worked_example_has_its_limits_to_the_digit()
    {
        var limits = Limits(ControlChart.Of(Example));

        Assert.Equal(119.583, limits.Mean!.Value, 3);
        Assert.Equal(7.0435, limits.MeanMovingRange!.Value, 4);
        Assert.Equal(100.848, limits.LowerLimit!.Value, 3);
        Assert.Equal(138.319, limits.UpperLimit!.Value, 3);
        Assert.Equal(132.074, limits.NearUpperLimit!.Value, 3);
        Assert.Equal(2 * limits.Mean!.Value, (limits.NearLowerLimit + limits.NearUpperLimit)!.Value, 9);
    }

    [Fact]
    public void The_worked_example_has_its_flags_and_no_others()
    {
        var chart = ControlChart.Of(Example);

        for (var point = 1; point <= Example.Length; point++)
        {
            ControlFlag[] expected = point switch
            {
                >= 5 and <= 11 => [new(ControlRule.SevenOnOneSide, ControlDirection.Low)],
                >= 13 and <= 20 => [new(ControlRule.SevenInOneDirection, ControlDirection.High)],
                22 => [new(ControlRule.OutsideLimits, ControlDirection.High)],
                _ => [],
            };
            Assert.Equal(expected, chart.Flags[point - 1]);
        }
        Assert.Equal(Variation.CommonCause, chart.VariationAtEnd(Polarity.LowerIsBetter));
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Limits_need_twelve_points(int points, bool expected)
    {
        var chart = ControlChart.Of(Example[..points]);

        Assert.Equal(expected, Limits(chart).UpperLimit is not null);
        Assert.Equal(expected, chart.VariationAtEnd(Polarity.Neutral) is not null);
        Assert.Equal(expected ? null : Reason.TooFewPoints, Limits(chart).Reason);
    }

    [Fact]
    public void Without_any_point_there_is_a_reason()
    {
        foreach (var chart in new[] { ControlChart.Of([]), ControlChart.Of(new double?[30]) })
        {
            Assert.Equal(Reason.TooFewPoints, Limits(chart).Reason);
            Assert.Null(chart.VariationAtEnd(Polarity.HigherIsBetter));
            Assert.Null(chart.VariationAtNewest(Polarity.HigherIsBetter));
            Assert.Null(chart.AssuranceOf(1, Polarity.HigherIsBetter));
        }
    }

    [Fact]
    public void Points_that_never_follow_one_another_have_no_moving_range_and_no_limits()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? (double?)i : null)];

        Assert.Equal(Reason.TooFewPoints, Limits(ControlChart.Of(values)).Reason);
    }

    [Fact]
    public void A_missing_month_is_not_bridged_by_a_moving_range()
    {
        double?[] values = [1, 2, 1, 2, 1, 2, null, 102, 101, 102, 101, 102, 101];

        Assert.Equal(1, Limits(ControlChart.Of(values)).MeanMovingRange!.Value, 12);
    }

    [Fact]
    public void A_baseline_fixes_the_limits_on_the_first_points()
    {
        var fixedLimits = ControlChart.Of(Example, baselinePoints: 12);

        Assert.Equal(Limits(ControlChart.Of(Example[..12])) with { Length = Example.Length }, Limits(fixedLimits));
        Assert.Contains(new ControlFlag(ControlRule.SevenOnOneSide, ControlDirection.High), fixedLimits.Flags[23]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.Of(Example, baselinePoints: 11));
    }

    [Fact]
    public void A_baseline_counts_points_that_are_there()
    {
        double?[] values = [1, 2, 1, 2, 1, 2, null, 2, 1, 2, 1, 2, 1, 50, 60];

        Assert.Equal(1.5, Limits(ControlChart.Of(values, baselinePoints: 12)).Mean!.Value, 12);
    }

    [Fact]
    public void Each_phase_has_limits_of_its_own()
    {
        double?[] level = [.. Example, .. Example.Select(value => value + 1000)];

        var chart = ControlChart.Of(level, [Example.Length]);

        Assert.Equal([0, Example.Length], chart.Phases.Select(phase => phase.First));
        Assert.Equal(chart.Phases[0].Mean!.Value + 1000, Limits(chart).Mean!.Value, 9);
        Assert.All(Enumerable.Range(0, Example.Length), i => Assert.Equal(chart.Flags[i], chart.Flags[i + Example.Length]));
    }

    [Fact]
    public void A_short_phase_has_no_limits_and_no_flags_and_the_one_before_keeps_its_own()
    {
        double?[] values = [.. Example, 1000, 1, 1000];

        var chart = ControlChart.Of(values, [Example.Length]);

        Assert.Equal(Limits(ControlChart.Of(Example)), chart.Phases[0]);
        Assert.Equal(Reason.TooFewPoints, Limits(chart).Reason);
        Assert.Null(chart.VariationAtEnd(Polarity.LowerIsBetter));
        Assert.All(Enumerable.Range(Example.Length, 3), i => Assert.Empty(chart.Flags[i]));
    }

    [Fact]
    public void Recalculations_outside_the_points_change_nothing()
    {
        Assert.Equal(ControlChart.Of(Example).Phases, ControlChart.Of(Example, [-3, 0, 24, 99]).Phases);
    }

    /// <summary>The limits of the last phase.</summary>
    private static ControlPhase Limits(ControlChart chart) => chart.Phases[^1];
}
