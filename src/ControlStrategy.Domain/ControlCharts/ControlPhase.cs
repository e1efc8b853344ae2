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

    /// <summary>Why there are no limits: TOO_FEW_POINTS below 12, or where no two of them are neighbours; null where there are.</summary>
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

    // The mean of equal values may differ from them in its last digit; they lie on it all the same.
    private double Tolerance => 1e-9 * (Math.Abs(Mean ?? 0) + MeanMovingRange ?? 0);

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
        double[] ranges = [.. counted.Zip(counted.Skip(1), (one, next) => Math.Abs(next - one ?? double.NaN)).Where(double.IsFinite)];
        return values.Length < FewestPoints || ranges.Length == 0
            ? phase with { Reason = Statistics.Reason.TooFewPoints }
            : phase with { Mean = values.Average(), MeanMovingRange = ranges.Average() };
    }

    /// <summary>1 above the mean, -1 below it, 0 on it, where the point is missing and without limits.</summary>
    internal int SideOf(double? point) => IsFarther(point, 0) ? Math.Sign(point!.Value - Mean!.Value) : 0;

    /// <summary>Whether a point lies above the upper or below the lower limit.</summary>
    internal bool IsOutside(double? point) => IsFarther(point, Reach);

    /// <summary>Whether a point lies farther from the mean than the near limits, outside the limits too.</summary>
    internal bool IsBeyondNear(double? point) => IsFarther(point, Reach * 2 / 3);

    private bool IsFarther(double? point, double? distance) => Math.Abs(point - Mean ?? 0) > distance + Tolerance;

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
