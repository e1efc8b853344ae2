using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Series;

/// <summary>
/// A measure in an area over time, with its control chart (XmR): mean and limits of the last stretch, mean ± 2.66 × the mean moving range
/// of discrete months or quarters, flags by the rules of NHS England's "Making data count".
/// </summary>
public sealed record Series
{
    /// <summary>Where.</summary>
    public required EntityKey<Area> Area { get; init; }

    /// <summary>Length of the periods.</summary>
    public required Grain Grain { get; init; }

    /// <summary>What each point stands for.</summary>
    public required SeriesTransform Transform { get; init; }

    /// <summary>The moment whose knowledge this is; none for now.</summary>
    public required DateTimeOffset? AsAt { get; init; }

    /// <summary>When the newest of the observations read for it was recorded; none where nothing was found.</summary>
    public required DateTimeOffset? DataAsAt { get; init; }

    /// <summary>The mean of the points, in the measure's unit; none without limits.</summary>
    public required double? Mean { get; init; }

    /// <summary>Mean less 2.66 × the mean moving range; not cut off at 0. None without limits.</summary>
    public required double? LowerLimit { get; init; }

    /// <summary>Mean plus 2.66 × the mean moving range; none without limits.</summary>
    public required double? UpperLimit { get; init; }

    /// <summary>Two thirds of the way from the mean to the lower limit; none without limits.</summary>
    public required double? NearLowerLimit { get; init; }

    /// <summary>Two thirds of the way from the mean to the upper limit; none without limits.</summary>
    public required double? NearUpperLimit { get; init; }

    /// <summary>The mean difference of neighbouring points, sign left out; none without limits.</summary>
    public required double? MeanMovingRange { get; init; }

    /// <summary>How the last point stands; none without limits or last point.</summary>
    public required Variation? Variation { get; init; }

    /// <summary>Whether the limits can be expected to meet the target; none without limits, target or better direction.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary>The target of the last point's financial year, of a count or rate its equal part for each period, but the whole of it for added-up points; none without one.</summary>
    public required double? Target { get; init; }

    /// <summary>Why there are no limits: TOO_FEW_POINTS below 12, NOT_APPLICABLE for years and for points that overlap; none where there are.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>The stretches with limits of their own, in order; none without a control chart.</summary>
    public required IReadOnlyList<SeriesPhase> Phases { get; init; }

    /// <summary>Where the measure is counted differently than before, within the series.</summary>
    public required IReadOnlyList<SeriesBreak> Breaks { get; init; }

    /// <summary>One point for each period, missing ones too.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
}

/// <summary>A stretch of a series with limits of its own.</summary>
/// <param name="From">First day of its first period.</param>
/// <param name="Because">Why limits are calculated anew from here; none for the first stretch.</param>
/// <param name="Mean">The mean; none without limits.</param>
/// <param name="LowerLimit">Mean less 2.66 × the mean moving range; none without limits.</param>
/// <param name="UpperLimit">Mean plus 2.66 × the mean moving range; none without limits.</param>
/// <param name="NearLowerLimit">Two thirds of the way to the lower limit; none without limits.</param>
/// <param name="NearUpperLimit">Two thirds of the way to the upper limit; none without limits.</param>
/// <param name="Reason">Why there are no limits: TOO_FEW_POINTS below 12; none where there are.</param>
public sealed record SeriesPhase(
    DateOnly From, string? Because, double? Mean, double? LowerLimit, double? UpperLimit, double? NearLowerLimit, double? NearUpperLimit, Reason? Reason);

/// <summary>From when on a measure is counted differently.</summary>
/// <param name="StartsOn">First day that is counted the new way.</param>
/// <param name="Reason">What changed.</param>
public sealed record SeriesBreak(DateOnly StartsOn, string Reason);
