using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Funnels;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Funnels;

/// <summary>
/// A fair comparison of areas of different size: each against the overall rate of all, within limits that are the wider the smaller it is.
/// Areas are in the order of their codes; there are no ranks.
/// </summary>
public sealed record Funnel
{
    /// <summary>What was measured.</summary>
    public required EntityKey<Measure> Measure { get; init; }

    /// <summary>The period as it is written.</summary>
    public required string Period { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The moment whose knowledge this is; none for now.</summary>
    public required DateTimeOffset? AsAt { get; init; }

    /// <summary>When the newest of the observations and populations read for it was recorded; none where nothing was found.</summary>
    public required DateTimeOffset? DataAsAt { get; init; }

    /// <summary>Where the observations read for it come from, each source once.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Whether any of those observations is provisional.</summary>
    public required bool Provisional { get; init; }

    /// <summary>How limits are computed, and where that is from.</summary>
    public required string Method { get; init; }

    /// <summary>The comparison as a whole.</summary>
    public required FunnelSummary Overall { get; init; }

    /// <summary>One entry for each area, in the order of their codes.</summary>
    public required IReadOnlyList<FunnelRow> Rows { get; init; }
}

/// <summary>All areas of a funnel together.</summary>
/// <param name="Distribution">How counts vary by chance alone.</param>
/// <param name="Per">The unit of values and limits: per 10,000 for counts over people, 100 (per cent) for proportions.</param>
/// <param name="Value">What was counted in all areas that take part over their exposure, in that unit, unrounded; null where none takes part.</param>
/// <param name="Observed">What was counted in all areas that take part.</param>
/// <param name="Exposure">What they were exposed to: people, or the denominators of proportions.</param>
/// <param name="AreaCount">How many areas take part.</param>
/// <param name="Dispersion">φ, the mean of the squared z winsorised at 10%: about 1 where areas differ by chance only; null without limits.</param>
/// <param name="DispersionThreshold">1 + 2√(2/k) for k areas, above which limits are widened; null without limits.</param>
/// <param name="Widened">Whether limits are √φ times as far from the expected count as chance alone puts them. A chart must say so.</param>
/// <param name="Reason">Why there are no limits: TOO_FEW_POINTS where fewer than ten areas take part; null where there are.</param>
public sealed record FunnelSummary(
    FunnelDistribution Distribution,
    int Per,
    double? Value,
    double Observed,
    double Exposure,
    int AreaCount,
    double? Dispersion,
    double? DispersionThreshold,
    bool Widened,
    Reason? Reason);

/// <summary>One area in a funnel. Areas without a value stay in it and take no part in the overall rate.</summary>
public sealed record FunnelRow
{
    /// <summary>Where.</summary>
    public required EntityKey<Area> Area { get; init; }

    /// <summary>How many were counted; null where it is not known.</summary>
    public required double? Observed { get; init; }

    /// <summary>People, or the denominator of a proportion; null where it is not known.</summary>
    public required double? Exposure { get; init; }

    /// <summary>The mid-year the people were estimated for, of counts; else null.</summary>
    public required int? PopulationYear { get; init; }

    /// <summary>Observed over exposure, in the funnel's unit, unrounded; null where the reason says why.</summary>
    public required double? Value { get; init; }

    /// <summary>Why there is no value: NOT_AVAILABLE where count or exposure is not known, NOT_APPLICABLE where the exposure is 0 or a proportion above 100%.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>The count to be expected of the area's exposure at the overall rate; null without a value.</summary>
    public required double? Expected { get; init; }

    /// <summary>How many standard errors of chance the count is from the expected one; null without limits.</summary>
    public required double? Z { get; init; }

    /// <summary>Lower 95% limit in the funnel's unit; null without limits.</summary>
    public required double? Lower95 { get; init; }

    /// <summary>Upper 95% limit in the funnel's unit; null without limits.</summary>
    public required double? Upper95 { get; init; }

    /// <summary>Lower 99.8% limit in the funnel's unit; null without limits.</summary>
    public required double? Lower998 { get; init; }

    /// <summary>Upper 99.8% limit in the funnel's unit; null without limits.</summary>
    public required double? Upper998 { get; init; }

    /// <summary>How the area compares, by the 95% limits: of areas that differ by chance only, one in twenty is outside them all the same.</summary>
    public required FunnelWord? Word { get; init; }

    /// <summary>Whether it is outside the 99.8% limits too, where chance alone puts one area in five hundred; null without limits.</summary>
    public required bool? Outside998 { get; init; }

    /// <summary>Why there are no limits: TOO_FEW_POINTS where fewer than ten areas take part, else the reason there is no value.</summary>
    public required Reason? LimitsReason { get; init; }
}
