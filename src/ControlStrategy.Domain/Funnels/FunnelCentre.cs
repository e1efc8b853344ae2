namespace ControlStrategy.Domain.Funnels;

/// <summary>The overall rate of the areas that take part, and what chance alone does around it.</summary>
/// <param name="Distribution">How counts vary.</param>
/// <param name="Observed">What was counted in all of them together.</param>
/// <param name="Exposure">What all of them together were exposed to; 0 without any.</param>
internal readonly record struct FunnelCentre(FunnelDistribution Distribution, double Observed, double Exposure)
{
    private double Share => Observed / Exposure;

    // Where nothing, or everything, was counted everywhere, nothing varies.
    private bool Varies => Observed > 0 && (Distribution is FunnelDistribution.Poisson || Observed < Exposure);

    /// <summary>Sums in order of size: the order in which areas are given must not decide the last digit.</summary>
    public static FunnelCentre Of(FunnelArea[] areas, FunnelDistribution distribution) => new(
        distribution,
        areas.Select(area => area.Observed!.Value).Order().Sum(),
        areas.Select(area => area.Exposure!.Value).Order().Sum());

    /// <summary>The count expected of an exposure at the overall rate.</summary>
    public double Expected(double exposure) => exposure * Share;

    /// <summary>The standardised difference from the expected count: (O − E)/√E, of proportions (O − E)/√(E(1 − p)); 0 where nothing varies.</summary>
    public double Z(FunnelArea area)
    {
        var expected = Expected(area.Exposure!.Value);
        var variance = Distribution is FunnelDistribution.Poisson ? expected : expected * (1 - Share);
        return Varies ? (area.Observed!.Value - expected) / Math.Sqrt(variance) : 0;
    }

    /// <summary>The limits of the count of an exposure, widened.</summary>
    /// <param name="exposure">Above 0.</param>
    /// <param name="factor">How many times as wide as chance alone makes them, 1 or more.</param>
    public ExactLimits Limits(double exposure, double factor)
    {
        var expected = Expected(exposure);
        if (!Varies) return new ExactLimits(new FunnelLimits(expected, expected), new FunnelLimits(expected, expected));
        if (Distribution is FunnelDistribution.Poisson)
            return Widened(ExactLimits.OfPoisson(expected), expected, factor, double.PositiveInfinity);
        // A weighted denominator need not be whole: the limits are those of the nearest whole number, to its scale.
        var trials = Math.Max(1, Math.Round(exposure));
        var limits = Widened(ExactLimits.OfBinomial((long)trials, Share), trials * Share, factor, trials);
        return trials == exposure ? limits : new ExactLimits(limits.Inner.Times(exposure / trials), limits.Outer.Times(exposure / trials));
    }

    private static ExactLimits Widened(ExactLimits limits, double expected, double factor, double most) =>
        new(limits.Inner.Widened(expected, factor, most), limits.Outer.Widened(expected, factor, most));
}
