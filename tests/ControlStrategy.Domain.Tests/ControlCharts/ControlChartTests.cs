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
        var limits = ControlChart.Of(Example).Limits!;

        Assert.Equal(119.583, limits.Mean, 3);
        Assert.Equal(7.0435, limits.MeanMovingRange, 4);
        Assert.Equal(100.848, limits.LowerLimit, 3);
        Assert.Equal(138.319, limits.UpperLimit, 3);
        Assert.Equal(132.074, limits.NearUpperLimit, 3);
        Assert.Equal(2 * limits.Mean, limits.NearLowerLimit + limits.NearUpperLimit, 9);
    }

    [Fact]
    public void The_worked_example_has_its_flags_and_no_others()
    {
        var chart = ControlChart.Of(Example);

        for (var point = 1; point <= Example.Length; point++)
        {
            ChartFlag[] expected = point switch
            {
                >= 5 and <= 11 => [new(ChartRule.Shift, FlagDirection.Low)],
                >= 13 and <= 20 => [new(ChartRule.Trend, FlagDirection.Rising)],
                22 => [new(ChartRule.OutsideLimits, FlagDirection.High)],
                _ => [],
            };
            Assert.Equal(expected, chart.FlagsAt(point - 1));
        }
        Assert.Equal(new ChartVerdict(Variation.CommonCause, Assurance.None, null), chart.Judge(Polarity.LowerIsBetter, null));
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Limits_need_twelve_points(int points, bool expected)
    {
        var chart = ControlChart.Of(Example.AsMemory(0, points));

        Assert.Equal(expected, chart.Limits is not null);
        Assert.Equal(expected ? null : Reason.TooFewPoints, chart.Judge(Polarity.Neutral, 1).Reason);
    }

    [Fact]
    public void Without_any_point_there_is_a_reason()
    {
        Assert.Equal(new ChartVerdict(null, null, Reason.TooFewPoints), ControlChart.Of(Array.Empty<double?>()).Judge(Polarity.Neutral, null));
        Assert.Equal(new ChartVerdict(null, null, Reason.TooFewPoints), ControlChart.Of(new double?[30]).Judge(Polarity.Neutral, null));
    }

    [Fact]
    public void Points_that_never_follow_one_another_have_no_moving_range_and_no_limits()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? (double?)i : null)];

        Assert.Null(ControlChart.Of(values).Limits);
    }

    [Fact]
    public void A_missing_month_is_not_bridged_by_a_moving_range()
    {
        double?[] values = [1, 2, 1, 2, 1, 2, null, 102, 101, 102, 101, 102, 101];

        Assert.Equal(1, ControlChart.Of(values).Limits!.MeanMovingRange, 12);
    }

    [Fact]
    public void A_baseline_fixes_the_limits_on_the_first_points()
    {
        var fixedLimits = ControlChart.Of(Example, baselinePoints: 12);

        Assert.Equal(ControlChart.Of(Example.AsMemory(0, 12)).Limits, fixedLimits.Limits);
        Assert.Contains(new ChartFlag(ChartRule.Shift, FlagDirection.High), fixedLimits.FlagsAt(23));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.Of(Example, baselinePoints: 11));
    }

    [Fact]
    public void A_baseline_counts_points_that_are_there()
    {
        double?[] values = [1, 2, 1, 2, 1, 2, null, 2, 1, 2, 1, 2, 1, 50, 60];

        Assert.Equal(1.5, ControlChart.Of(values, baselinePoints: 12).Limits!.Mean, 12);
    }

    [Fact]
    public void Each_phase_has_limits_of_its_own()
    {
        double?[] level = [.. Example, .. Example.Select(value => value + 1000)];

        var chart = ControlChart.Of(level, [Example.Length]);

        Assert.Equal([0, Example.Length], chart.Phases.Select(phase => phase.First));
        Assert.Equal(chart.Phases[0].Limits!.Mean + 1000, chart.Limits!.Mean, 9);
        Assert.All(Enumerable.Range(0, Example.Length), i => Assert.Equal(chart.FlagsAt(i), chart.FlagsAt(i + Example.Length)));
    }

    [Fact]
    public void A_short_phase_has_no_limits_and_no_flags_and_the_one_before_keeps_its_own()
    {
        double?[] values = [.. Example, 1000, 1, 1000];

        var chart = ControlChart.Of(values, [Example.Length]);

        Assert.Equal(ControlChart.Of(Example).Limits, chart.Phases[0].Limits);
        Assert.Null(chart.Limits);
        Assert.Equal(Reason.TooFewPoints, chart.Judge(Polarity.LowerIsBetter, 5).Reason);
        Assert.All(Enumerable.Range(Example.Length, 3), i => Assert.Empty(chart.FlagsAt(i)));
    }

    [Fact]
    public void Recalculations_outside_the_points_change_nothing()
    {
        Assert.Equal(ControlChart.Of(Example).Phases, ControlChart.Of(Example, [-3, 0, 24, 99]).Phases);
    }
}
