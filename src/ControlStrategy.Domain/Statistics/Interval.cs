namespace ControlStrategy.Domain.Statistics;

/// <summary>A 95% interval: of a hundred such, about 95 hold the true value.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end, not below the lower one.</param>
public sealed record Interval(double Lower, double Upper)
{
    /// <summary>The standard normal distribution's 97.5% point, which bounds 95% on both sides.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>The interval in another unit.</summary>
    /// <param name="factor">Above 0.</param>
    internal Interval Times(double factor) => new(Lower * factor, Upper * factor);
}
