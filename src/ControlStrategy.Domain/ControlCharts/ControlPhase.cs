using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.ControlCharts;

/// <summary>
/// A stretch of a series with limits of its own. Mean ± 2.66 × the mean moving range, 2.66 being 3 divided by 1.128 (Shewhart's d2 for two
/// points); near limits at two thirds of that. Nothing is cut off at 0.
/// </summary>
public sealed record ControlPhase
{
    /// <summary>Fewest points that limits are calculated from: 12.</summary>
    public const int FewestPoints = 12;

    private const double LimitFactor = 2.66;

    /// <summary>Place of its first point in the series, from 0.</summary>
    public required int First { get; init; }

    /// <summary>How many places it has, missing points among them.</summary>
    public required int Length { get; init; }

    /// <summary>The mean of the points the limits are calculated from; null without limits.</summary>
    public double? Mean { get; private init; }

    /// <summary>The mean difference, sign left out, of neighbouring points; null without limits.</summary>
    public double? MeanMovingRange { get; private init; }

    /// <summary>Why there are no limits: TOO_FEW_POINTS below 12; null where there are.</summary>
    public Reason? Reason { get; private init; }

    /// <summary>Mean less 2.66 × the mean moving range.</summary>
    public double? LowerLimit => Mean - Reach;

    /// <summary>Mean plus 2.66 × the mean moving range.</summary>
    public double? UpperLimit => Mean + Reach;

    /// <summary>Two thirds of the way from the mean to the lower limit.</summary>
    public double? NearLowerLimit => Mean - (Reach * 2 / 3);

    /// <summary>Two thirds of the way from the mean to the upper limit.</summary>
    public double? NearUpperLimit => Mean + (Reach * 2 / 3);

    private double? Reach => LimitFactor * MeanMovingRange;

    /// <summary>Calculates the limits of a stretch.</summary>
    /// <param name="points">All points of the series; null where one is missing.</param>
    /// <param name="stretch">Which of them are the phase's.</param>
    /// <param name="baselinePoints">How many of its first points the limits are calculated from; null for all of them.</param>
    internal static ControlPhase Of(IReadOnlyList<double?> points, Range stretch, int? baselinePoints)
    {
        var (first, length) = stretch.GetOffsetAndLength(points.Count);
        var phase = new ControlPhase { First = first, Length = length };
        double?[] counted = [.. Counted(points.Skip(first).Take(length), baselinePoints)];
        double[] values = [.. counted.OfType<double>()];
        if (values.Length < FewestPoints)
            return phase with { Reason = Statistics.Reason.TooFewPoints };
        double[] ranges = [.. counted.Zip(counted.Skip(1), (one, next) => Math.Abs(next - one ?? double.NaN)).Where(double.IsFinite)];
        return phase with { Mean = values.Average(), MeanMovingRange = ranges.Length == 0 ? 0 : ranges.Average() };
    }

    // Missing points stay, so that what lies before and after a gap is not taken for neighbours.
    private static IEnumerable<double?> Counted(IEnumerable<double?> points, int? baselinePoints)
    {
        var left = baselinePoints ?? int.MaxValue;
        foreach (var point in points)
        {
            if (left == 0) yield break;
            if (point is not null) left--;
            yield return point;
        }
    }
}
