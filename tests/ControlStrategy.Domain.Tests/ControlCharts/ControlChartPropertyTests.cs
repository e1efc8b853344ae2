using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.ControlCharts;

/// <summary>What must hold for any series, tried on many drawn at random from fixed seeds.</summary>
public sealed class ControlChartPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scaling_a_series_scales_its_limits_and_leaves_its_flags(int seed)
    {
        var values = Drawn(seed);
        var (chart, scaled) = (Chart(values), Chart([.. values.Select(value => value * 8)]));

        AssertLimits(chart.Phases[0], scaled.Phases[0], limit => limit * 8);
        AssertFlags(values.Length, chart, scaled, direction => direction);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Adding_a_constant_shifts_the_limits_and_leaves_the_flags(int seed)
    {
        var values = Drawn(seed);
        var (chart, shifted) = (Chart(values), Chart([.. values.Select(value => value + 1000)]));

        AssertLimits(chart.Phases[0], shifted.Phases[0], limit => limit + 1000);
        AssertFlags(values.Length, chart, shifted, direction => direction);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_negative_of_a_series_has_mirrored_flags(int seed)
    {
        var values = Drawn(seed);
        var mirrored = Chart([.. values.Select(value => -value)]);

        AssertFlags(values.Length, Chart(values), mirrored, direction => direction is ControlDirection.High ? ControlDirection.Low : ControlDirection.High);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Polarity_reversed_reverses_improving_and_concerning(int seed)
    {
        var chart = Chart(Drawn(seed));

        var (lower, higher) = (chart.VariationAtNewest(Polarity.LowerIsBetter)!.Value, chart.VariationAtNewest(Polarity.HigherIsBetter)!.Value);

        Assert.Equal(Reversed(lower), higher);
        Assert.Equal(lower, Reversed(higher));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_flag_of_two_of_three_lies_beyond_a_near_limit_and_one_outside_beyond_a_limit(int seed)
    {
        var values = Drawn(seed);
        var chart = Chart(values);
        for (var i = 0; i < values.Length; i++)
        {
            var isOutside = values[i] > chart.Phases[0].UpperLimit || values[i] < chart.Phases[0].LowerLimit;
            var isNear = values[i] > chart.Phases[0].NearUpperLimit || values[i] < chart.Phases[0].NearLowerLimit;
            Assert.Equal(isOutside, chart.Flags[i].Any(flag => flag.Rule is ControlRule.OutsideLimits));
            Assert.True(isNear || chart.Flags[i].All(flag => flag.Rule is not ControlRule.TwoOfThreeNearLimit));
        }
    }

    private static ControlChart Chart(double?[] values) => ControlChart.Of(values);

    /// <summary>60 months of a level that moves now and then, so that every rule has its chance; whole numbers, some missing.</summary>
    private static double?[] Drawn(int seed)
    {
        var random = new Random(seed);
        var (values, level, slope) = (new double?[60], 50.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (random.Next(12) == 0) level += random.Next(-30, 31);
            if (random.Next(8) == 0) slope = random.Next(-6, 7);
            level += slope;
            values[i] = random.Next(25) == 0 ? null : Math.Round(level + random.Next(-6, 7));
        }
        return values;
    }

    private static void AssertLimits(ControlPhase one, ControlPhase other, Func<double, double> moved)
    {
        Assert.Equal(moved(one.Mean!.Value), other.Mean!.Value, 6);
        Assert.Equal(moved(one.LowerLimit!.Value), other.LowerLimit!.Value, 6);
        Assert.Equal(moved(one.UpperLimit!.Value), other.UpperLimit!.Value, 6);
        Assert.Equal(moved(one.NearLowerLimit!.Value), other.NearLowerLimit!.Value, 6);
        Assert.Equal(moved(one.NearUpperLimit!.Value), other.NearUpperLimit!.Value, 6);
    }

    private static void AssertFlags(int points, ControlChart one, ControlChart other, Func<ControlDirection, ControlDirection> moved) =>
        Assert.All(Enumerable.Range(0, points), i => Assert.Equal(
            one.Flags[i].Select(flag => flag with { Direction = moved(flag.Direction) }).ToHashSet(), other.Flags[i].ToHashSet()));

    private static Variation Reversed(Variation variation) => variation switch
    {
        Variation.ConcerningHigh => Variation.ImprovingHigh,
        Variation.ImprovingHigh => Variation.ConcerningHigh,
        Variation.ConcerningLow => Variation.ImprovingLow,
        Variation.ImprovingLow => Variation.ConcerningLow,
        _ => variation,
    };
}
