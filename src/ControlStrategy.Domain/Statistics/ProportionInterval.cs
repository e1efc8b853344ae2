namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// Wilson's two-sided 95% score interval of a proportion (1927):
/// (2np + z² ± z√(z² + 4np(1 - p))) / (2(n + z²)).
/// </summary>
public static class ProportionInterval
{
    /// <summary>The interval in per cent, 0 to 100; null for a share that is no proportion, because more were counted than there were.</summary>
    /// <param name="numerator">How many were counted, 0 or more.</param>
    /// <param name="denominator">Out of how many, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative, or the denominator not above 0.</exception>
    public static Interval? Wilson(double numerator, double denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        if (numerator > denominator) return null;
        const double square = Interval.Z * Interval.Z;
        var middle = (2 * numerator) + square;
        var reach = Interval.Z * Math.Sqrt(square + (4 * numerator * (1 - (numerator / denominator))));
        var scale = 100 / (2 * (denominator + square));
        // Rounding must not push an end past what a proportion can be.
        return new Interval(
            numerator == 0 ? 0 : Math.Max(0, (middle - reach) * scale),
            numerator == denominator ? 100 : Math.Min(100, (middle + reach) * scale));
    }
}
