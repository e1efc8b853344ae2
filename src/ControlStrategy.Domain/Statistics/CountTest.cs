using MathNet.Numerics.Distributions;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// The two-sided E-test of two Poisson rates (Krishnamoorthy and Thomson 2004): with λ = (k1 + k2)/(n1 + n2), the probability under
/// independent Poisson(n1·λ) and Poisson(n2·λ) of pairs whose statistic |k1/n1 - k2/n2| / √(k1/n1² + k2/n2²) is at least the observed one.
/// Where both expected counts are 100,000 or more, and for counts that are not whole, the normal limit stands in for it: the error is then
/// below 0.001 for whole counts.
/// </summary>
public static class CountTest
{
    /// <summary>Smallest expected count, on both sides, from which the normal limit is used: 100,000.</summary>
    public const double SmallestOfNormalLimit = 100_000;

    private const double Tie = 1e-9;

    /// <summary>The probability of a difference at least as large by chance alone, 0 to 1. It is the same whichever comes first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite, or an exposure is not finite and above 0.</exception>
    public static double PValue(Exposed one, Exposed other)
    {
        Check(one);
        Check(other);
        var rate = (one.Count + other.Count) / (one.Exposure + other.Exposure);
        var observed = Math.Abs(Exposed.Difference(one, other)) * (1 - Tie);
        if (observed == 0) return 1;
        // Sums run over the rarer side, so the order of the sides decides nothing.
        var (rare, frequent) = (one.Exposure, one.Count).CompareTo((other.Exposure, other.Count)) <= 0 ? (one, other) : (other, one);
        var (rareMean, frequentMean) = (rare.Exposure * rate, frequent.Exposure * rate);
        if (rareMean >= SmallestOfNormalLimit || !double.IsInteger(one.Count) || !double.IsInteger(other.Count))
            return NormalTails(observed);
        return Math.Min(1, new Pairs(rare.Exposure, frequent.Exposure, observed).Probability(rareMean, frequentMean));
    }

    /// <summary>The probability that a standard normal variable is at least so far from 0.</summary>
    internal static double NormalTails(double statistic) => 2 * Normal.CDF(0, 1, -Math.Abs(statistic));

    private static void Check(Exposed side)
    {
        if (!(side.Count >= 0) || !double.IsFinite(side.Count))
            throw new ArgumentOutOfRangeException(nameof(side), side.Count, "A count is 0 or more, and finite.");
        if (!(side.Exposure > 0) || !double.IsFinite(side.Exposure))
            throw new ArgumentOutOfRangeException(nameof(side), side.Exposure, "An exposure is above 0, and finite.");
    }

    /// <summary>The pairs whose statistic is at least the observed one: for each count of the rare side, those outside an interval.</summary>
    private readonly struct Pairs(double rareExposure, double frequentExposure, double observed)
    {
        public double Probability(double rareMean, double frequentMean)
        {
            var rare = new PoissonTable(rareMean);
            var frequent = new PoissonTails(frequentMean);
            var sum = 0.0;
            for (var count = rare.First; count <= rare.Last; count++)
            {
                var (below, above) = Outside(count);
                sum += rare.Of(count) * (frequent.UpTo(below) + frequent.From(above));
            }

            return sum;
        }

        // (a - y)² = t²(v + y/n) for the rates a, of variance v, and y: its two solutions bound the pairs that are nearer than observed.
        private (long Below, long Above) Outside(long count)
        {
            var side = new Exposed(count, rareExposure);
            var square = observed * observed;
            var half = side.Rate + (square / (2 * frequentExposure));
            var root = Math.Sqrt(Math.Max(0, (half * half) - (side.Rate * side.Rate) + (square * side.Variance)));
            var below = (long)Math.Floor((half - root) * frequentExposure);
            var above = (long)Math.Ceiling((half + root) * frequentExposure);
            // Rounding may be one off at either end.
            while (!IsFar(side, below)) below--;
            while (below + 1 < side.Rate * frequentExposure && IsFar(side, below + 1)) below++;
            while (!IsFar(side, above)) above++;
            while (above - 1 > side.Rate * frequentExposure && IsFar(side, above - 1)) above--;
            return (below, above);
        }

        private bool IsFar(Exposed side, long count) =>
            count < 0 || Math.Abs(Exposed.Difference(side, new Exposed(count, frequentExposure))) >= observed;
    }
}
