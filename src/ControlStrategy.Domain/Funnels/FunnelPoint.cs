using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Funnels;

/// <summary>One area in a funnel. Areas without a value stay in it and take no part in the overall rate.</summary>
public sealed record FunnelPoint
{
    /// <summary>The area's key.</summary>
    public required int AreaId { get; init; }

    /// <summary>How many were counted; null where it is not known or not shown.</summary>
    public required double? Observed { get; init; }

    /// <summary>People, or the denominator of a proportion; null where it is not known or not shown.</summary>
    public required double? Exposure { get; init; }

    /// <summary>Observed over exposure, in the funnel's unit (per 10,000, or per cent), unrounded; null where the reason says why.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value: NOT_AVAILABLE where the count or the exposure is not known, NOT_APPLICABLE where the exposure is 0 or a
    /// proportion above 100%, else the area's own reason; null where there is one.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The count to be expected of the area's exposure at the overall rate; null without a value.</summary>
    public double? Expected { get; init; }

    /// <summary>How many standard errors of chance the count is from the expected one: (O − E)/√E, of proportions (O − E)/√(E(1 − p)); 0 where
    /// nothing varies; null without limits.</summary>
    public double? Z { get; init; }

    /// <summary>The same, drawn in to the 10% or 90% point of all areas where it is beyond; null without limits.</summary>
    public double? WinsorisedZ { get; init; }

    /// <summary>The 95% limits, in the funnel's unit; null where the reason of limits says why.</summary>
    public FunnelLimits? Limits95 { get; init; }

    /// <summary>The 99.8% limits, in the funnel's unit; null where the reason of limits says why.</summary>
    public FunnelLimits? Limits998 { get; init; }

    /// <summary>How the area compares, by the 95% limits: of areas that differ by chance only, one in twenty is outside them all the same; null
    /// without limits.</summary>
    public FunnelWord? Word { get; init; }

    /// <summary>Whether it is outside the 99.8% limits too, where chance alone puts one area in five hundred; null without limits.</summary>
    public bool? Outside998 { get; init; }

    /// <summary>Why there are no limits: TOO_FEW_POINTS where fewer than ten areas take part, else the reason there is no value; null where there
    /// are.</summary>
    public Reason? LimitsReason { get; init; }

    internal static FunnelPoint Of(FunnelArea area, FunnelCentre centre, FunnelDispersion? dispersion)
    {
        var isShown = area.Reason is null;
        var point = new FunnelPoint { AreaId = area.AreaId, Observed = isShown ? area.Observed : null, Exposure = isShown ? area.Exposure : null };
        if (area.Absence(centre.Distribution) is { } absence)
            return point with { Reason = absence, LimitsReason = absence };
        point = point with
        {
            Value = area.Observed / area.Exposure * Funnel.PerOf(centre.Distribution),
            Expected = centre.Expected(area.Exposure!.Value),
        };
        return dispersion is null ? point with { LimitsReason = Statistics.Reason.TooFewPoints } : point.Compared(area, centre, dispersion);
    }

    private FunnelPoint Compared(FunnelArea area, FunnelCentre centre, FunnelDispersion dispersion)
    {
        var (count, exposure) = (area.Observed!.Value, area.Exposure!.Value);
        var limits = centre.Limits(exposure, dispersion.Factor);
        var unit = Funnel.PerOf(centre.Distribution) / exposure;
        return this with
        {
            Z = centre.Z(area),
            WinsorisedZ = dispersion.WinsorisedZ(centre.Z(area)),
            Limits95 = limits.Inner.Times(unit),
            Limits998 = limits.Outer.Times(unit),
            Word = limits.Inner.IsAbove(count) ? FunnelWord.Higher : limits.Inner.IsBelow(count) ? FunnelWord.LowerThanExpected : FunnelWord.AsExpected,
            Outside998 = limits.Outer.IsAbove(count) || limits.Outer.IsBelow(count),
        };
    }
}
