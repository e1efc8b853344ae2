using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.ControlCharts;

/// <summary>
/// A control chart of individual values with moving ranges (XmR) of discrete months or quarters, by the rules of NHS England's "Making data
/// count". Runs end where a point is missing and where limits are calculated anew.
/// </summary>
public sealed class ControlChart
{
    private readonly IReadOnlyList<double?> _points;

    private ControlChart(IReadOnlyList<double?> points, IReadOnlyList<ControlPhase> phases)
    {
        _points = points;
        Phases = phases;
        Flags = ControlFlags.Of(points, phases);
    }

    /// <summary>The stretches with limits of their own, in order; at least one.</summary>
    public IReadOnlyList<ControlPhase> Phases { get; }

    /// <summary>For each point why it is special; empty where it is not.</summary>
    public IReadOnlyList<IReadOnlyList<ControlFlag>> Flags { get; }

    /// <summary>Calculates a chart.</summary>
    /// <param name="points">Consecutive points in time; null where one is missing.</param>
    /// <param name="recalculatedAt">Places from which on limits are calculated anew, from 0; those outside the series count for nothing.</param>
    /// <param name="baselinePoints">How many of the first points of each phase the limits are calculated from, 12 or more; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The baseline has fewer than 12 points.</exception>
    public static ControlChart Of(IReadOnlyList<double?> points, IEnumerable<int>? recalculatedAt = null, int? baselinePoints = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (baselinePoints < ControlPhase.FewestPoints)
            throw new ArgumentOutOfRangeException(nameof(baselinePoints), baselinePoints, $"A baseline has {ControlPhase.FewestPoints} points or more.");
        int[] starts = [0, .. (recalculatedAt ?? []).Where(at => at > 0 && at < points.Count).Distinct().Order()];
        return new ControlChart(points, [.. starts.Select((start, i) => ControlPhase.Of(points, start..(i + 1 < starts.Length ? starts[i + 1] : points.Count), baselinePoints))]);
    }

    /// <summary>How the series stands at its last point; null where that is missing or has no limits.</summary>
    /// <param name="polarity">Which direction is better.</param>
    public Variation? VariationAtEnd(Polarity polarity) => VariationAt(_points.Count - 1, polarity);

    /// <summary>As <see cref="VariationAtEnd"/>, at the last point that is not missing; null where the last phase has no limits.</summary>
    /// <param name="polarity">Which direction is better.</param>
    public Variation? VariationAtNewest(Polarity polarity)
    {
        var place = _points.Count - 1;
        while (place >= Phases[^1].First && _points[place] is null)
            place--;
        return place < Phases[^1].First ? null : VariationAt(place, polarity);
    }

    /// <summary>
    /// Common cause where a point of the last phase has no flag, else by the side of the mean it lies on and by which direction is better. On
    /// the mean itself only a run in one direction can be flagged, whose direction counts then.
    /// </summary>
    private Variation? VariationAt(int place, Polarity polarity)
    {
        var phase = Phases[^1];
        if (place < 0 || _points[place] is not { } last || phase.Mean is null) return null;
        if (Flags[place].Count == 0) return Variation.CommonCause;
        var side = phase.SideOf(last);
        var isHigh = side > 0 || (side == 0 && Flags[place][0].Direction is ControlDirection.High);
        return (polarity, isHigh) switch
        {
            (Polarity.HigherIsBetter, true) => Variation.ImprovingHigh,
            (Polarity.HigherIsBetter, false) => Variation.ConcerningLow,
            (Polarity.LowerIsBetter, true) => Variation.ConcerningHigh,
            (Polarity.LowerIsBetter, false) => Variation.ImprovingLow,
            (_, true) => Variation.NeutralHigh,
            _ => Variation.NeutralLow,
        };
    }

    /// <summary>Whether the limits of the last phase can be expected to meet a target; null without limits, target or better direction.</summary>
    /// <param name="target">What each point should be, in the unit of the points; meeting it exactly is good.</param>
    /// <param name="polarity">Which direction is better.</param>
    public Assurance? AssuranceOf(double? target, Polarity polarity)
    {
        if (target is not { } aim || polarity is Polarity.Neutral || Phases[^1] is not { LowerLimit: { } lower, UpperLimit: { } upper })
            return null;
        var isLowBetter = polarity is Polarity.LowerIsBetter;
        if (isLowBetter ? upper <= aim : lower >= aim) return Assurance.ConsistentlyPassing;
        return (isLowBetter ? lower > aim : upper < aim) ? Assurance.ConsistentlyFailing : Assurance.HitOrMiss;
    }
}
