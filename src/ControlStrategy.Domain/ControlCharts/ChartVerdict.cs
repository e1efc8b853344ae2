using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.ControlCharts;

/// <summary>What a control chart says.</summary>
/// <param name="Variation">Of the last point: chance, or a special cause; null where the reason says why.</param>
/// <param name="Assurance">Whether a target will be met while nothing changes; null where the reason says why.</param>
/// <param name="Reason">Why there is neither; null where there are both.</param>
public sealed record ChartVerdict(Variation? Variation, Assurance? Assurance, Reason? Reason);

/// <summary>What the last point of a control chart is: chance, or a special cause on one side of the mean.</summary>
public enum Variation
{
    /// <summary>Chance explains it: the last point meets no rule of a special cause.</summary>
    CommonCause,

    /// <summary>A special cause, above the mean, where higher is better.</summary>
    ImprovingHigh,

    /// <summary>A special cause, below the mean, where lower is better.</summary>
    ImprovingLow,

    /// <summary>A special cause, above the mean, where lower is better.</summary>
    ConcerningHigh,

    /// <summary>A special cause, below the mean, where higher is better.</summary>
    ConcerningLow,

    /// <summary>A special cause, above the mean, where neither is better.</summary>
    NeutralHigh,

    /// <summary>A special cause, below the mean, where neither is better.</summary>
    NeutralLow,
}

/// <summary>Whether a target will be met while nothing changes, from where the limits lie. A value on the target meets it.</summary>
public enum Assurance
{
    /// <summary>There is no target, or neither lower nor higher is better.</summary>
    None,

    /// <summary>Both limits are on the good side of the target.</summary>
    ConsistentlyPassing,

    /// <summary>Both limits are on the bad side of the target.</summary>
    ConsistentlyFailing,

    /// <summary>The target is between the limits: chance decides.</summary>
    HitOrMiss,
}

internal static class Variations
{
    /// <summary>From the last point's flags and side of the mean.</summary>
    /// <param name="flags">Its flags.</param>
    /// <param name="side">1 above the mean, -1 below it, 0 on it, where only a trend can be flagged and its direction counts.</param>
    /// <param name="polarity">Whether lower or higher is better.</param>
    public static Variation Of(IReadOnlyList<ChartFlag> flags, int side, Polarity polarity)
    {
        if (flags.Count == 0) return Variation.CommonCause;
        var isHigh = side > 0 || (side == 0 && flags[0].Direction is FlagDirection.Rising);
        return polarity switch
        {
            Polarity.LowerIsBetter => isHigh ? Variation.ConcerningHigh : Variation.ImprovingLow,
            Polarity.HigherIsBetter => isHigh ? Variation.ImprovingHigh : Variation.ConcerningLow,
            _ => isHigh ? Variation.NeutralHigh : Variation.NeutralLow,
        };
    }
}

internal static class Assurances
{
    public static Assurance Of(ControlLimits limits, Polarity polarity, double? target) => (polarity, target) switch
    {
        (Polarity.LowerIsBetter, { } most) when limits.UpperLimit <= most => Assurance.ConsistentlyPassing,
        (Polarity.LowerIsBetter, { } most) when limits.LowerLimit > most => Assurance.ConsistentlyFailing,
        (Polarity.HigherIsBetter, { } least) when limits.LowerLimit >= least => Assurance.ConsistentlyPassing,
        (Polarity.HigherIsBetter, { } least) when limits.UpperLimit < least => Assurance.ConsistentlyFailing,
        (Polarity.Neutral, _) or (_, null) => Assurance.None,
        _ => Assurance.HitOrMiss,
    };
}
