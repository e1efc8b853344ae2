using MathNet.Numerics.Distributions;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// The two-sided 95% interval of a count that varies as a Poisson variable does. Below 10 it is Garwood's exact one (1936): half the
/// chi-squared quantiles of 2k and 2k + 2 degrees of freedom. From 10 on it is Byar's approximation (Breslow and Day 1987):
/// k(1 - 1/(9k) - z/(3√k))³ and, with k + 1 for k, the same with a plus.
/// </summary>
public static class CountInterval
{
    /// <summary>Smallest count for which Byar's approximation is used: 10.</summary>
    public const double SmallestOfByar = 10;

    private const double Tail = 0.025;

    /// <summary>The interval of a count.</summary>
    /// <param name="count">0 or more; a sum of weighted counts need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not finite.</exception>
    public static Interval Of(double count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!double.IsFinite(count))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count is finite.");
        return count < SmallestOfByar ? Garwood(count) : new Interval(Byar(count, -1), Byar(count + 1, 1));
    }

    private static Interval Garwood(double count) => new(
        count == 0 ? 0 : Gamma.InvCDF(count, 1, Tail),
        Gamma.InvCDF(count + 1, 1, 1 - Tail));

    private static double Byar(double count, int sign)
    {
        var root = 1 - (1 / (9 * count)) + (sign * Interval.Z / (3 * Math.Sqrt(count)));
        return count * root * root * root;
    }
}
