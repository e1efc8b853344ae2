namespace ControlStrategy.Domain.Funnels;

/// <summary>Between which an area lies that differs from the others by chance only, or, where limits are widened, no more than areas usually do.</summary>
/// <param name="Lower">The lower limit, 0 or more, not above the overall rate.</param>
/// <param name="Upper">The upper limit, not below the overall rate; of a proportion at most 100.</param>
public sealed record FunnelLimits(double Lower, double Upper)
{
    /// <summary>E ± factor × (limit − E), not below 0 and not above what can be counted.</summary>
    internal FunnelLimits Widened(double expected, double factor, double most) => new(
        Math.Max(0, expected - (factor * (expected - Lower))),
        Math.Min(most, expected + (factor * (Upper - expected))));

    internal FunnelLimits Times(double factor) => new(Lower * factor, Upper * factor);

    internal bool IsBelow(double count) => count < Lower;

    internal bool IsAbove(double count) => count > Upper;
}
