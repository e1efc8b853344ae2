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
        // Nearer than this to a whole number, rounding may have put a bound on its wrong side.
        private const double Doubt = 1e-6;

        private readonly double _square = observed * observed;
        private readonly double _shift = observed * observed / (2 * frequentExposure);
        private readonly double _rateOfOne = 1 / rareExposure;

        public double Probability(double rareMean, double frequentMean)
        {
            using var rare = new PoissonTable(rareMean);
            using var frequent = new PoissonTails(frequentMean);
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
            var rate = count * _rateOfOne;
            var root = Math.Sqrt((_shift * ((2 * rate) + _shift)) + (_square * rate * _rateOfOne));
            var (low, high) = ((rate + _shift - root) * frequentExposure, (rate + _shift + root) * frequentExposure);
            return (IsDoubtful(low) ? Below(count, low) : (long)Math.Floor(low), IsDoubtful(high) ? Above(count, high) : (long)Math.Ceiling(high));
        }

        private static bool IsDoubtful(double bound) => Math.Abs(bound - Math.Round(bound)) < Doubt * Math.Max(1, Math.Abs(bound) * Doubt);

        private long Below(long rare, double bound)
        {
            var count = (long)Math.Round(bound);
            return IsFar(rare, count) ? count : count - 1;
        }

        private long Above(long rare, double bound)
        {
            var count = (long)Math.Round(bound);
            return IsFar(rare, count) ? count : count + 1;
        }

        private bool IsFar(long rare, long count) =>
            count < 0 || Math.Abs(Exposed.Difference(new Exposed(rare, rareExposure), new Exposed(count, frequentExposure))) >= observed;
    }
}
