using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.ControlCharts;

/// <summary>
/// An XmR chart by the rules of "Making data count" (NHS England): it tells points that chance explains from points that something else moved.
/// Recalculations divide it into phases, each with limits of its own. Neither a row of points nor a moving range goes across a missing point
/// or from one phase to the next.
/// </summary>
public sealed class ControlChart
{
    /// <summary>How many points limits need.</summary>
    public const int FewestPoints = 12;

    private readonly List<ChartFlag>?[] _flags;
    private readonly ReadOnlyMemory<double?> _values;

    private ControlChart(ReadOnlyMemory<double?> values, IReadOnlyList<ChartPhase> phases)
    {
        _values = values;
        _flags = new List<ChartFlag>?[values.Length];
        Phases = phases;
        foreach (var phase in phases.Where(phase => phase.Limits is not null))
            new SpecialCauses(values.Slice(phase.First, phase.Length), phase.Limits!, _flags.AsMemory(phase.First, phase.Length)).Flag();
    }

    /// <summary>The phases in their order; together they cover every period. One at least.</summary>
    public IReadOnlyList<ChartPhase> Phases { get; }

    /// <summary>The limits of the last phase; null where it has too few points.</summary>
    public ControlLimits? Limits => Phases[^1].Limits;

    /// <summary>Draws the chart.</summary>
    /// <param name="values">One value for each period, the periods following one another without a gap; null where it is missing.</param>
    /// <param name="recalculations">Positions of the values from which limits are calculated anew; the others are of no effect.</param>
    /// <param name="baselinePoints">How many points of each phase, from its first, its limits are calculated from, 12 or more; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The baseline has fewer than 12 points.</exception>
    public static ControlChart Of(ReadOnlyMemory<double?> values, IEnumerable<int>? recalculations = null, int? baselinePoints = null)
    {
        var mostPoints = baselinePoints ?? int.MaxValue;
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, FewestPoints, nameof(baselinePoints));
        int[] starts = [0, .. (recalculations ?? []).Where(start => start > 0 && start < values.Length).Distinct().Order()];
        var phases = new ChartPhase[starts.Length];
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1] : values.Length;
            var limits = ControlLimits.Of(values.Span[starts[i]..end], mostPoints);
            phases[i] = new ChartPhase(starts[i], end - starts[i], limits);
        }
        return new ControlChart(values, phases);
    }

    /// <summary>The signs of a special cause at a point, in the order of the rules; none where it is missing or its phase has no limits.</summary>
    /// <param name="index">Position of the value.</param>
    public IReadOnlyList<ChartFlag> FlagsAt(int index) => _flags[index] ?? (IReadOnlyList<ChartFlag>)[];

    /// <summary>What the chart says of the last point, and of a target.</summary>
    /// <param name="polarity">Whether lower or higher values are better.</param>
    /// <param name="target">The value aimed at, in the unit of the points; null where there is none.</param>
    public ChartVerdict Judge(Polarity polarity, double? target)
    {
        if (Limits is not { } limits) return new ChartVerdict(null, null, Reason.TooFewPoints);
        var last = _values.Length - 1;
        while (_values.Span[last] is null)
            last--;
        // A phase with limits has points, so the last point lies in it.
        return new ChartVerdict(Variations.Of(FlagsAt(last), limits.SideOf(_values.Span[last]!.Value), polarity), Assurances.Of(limits, polarity, target), null);
    }
}

/// <summary>Periods that share their limits.</summary>
/// <param name="First">Position of the first one.</param>
/// <param name="Length">How many periods, missing points among them.</param>
/// <param name="Limits">Their limits; null where they have fewer than 12 points, and then no point is flagged.</param>
public sealed record ChartPhase(int First, int Length, ControlLimits? Limits);
