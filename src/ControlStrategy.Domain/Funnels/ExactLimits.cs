using ControlStrategy.Domain.Statistics;
using MathNet.Numerics.Distributions;

namespace ControlStrategy.Domain.Funnels;

/// <summary>
/// Exact limits of a count whose expectation is known, interpolated between whole numbers as Spiegelhalter does (2005, appendix A.1.1): with r
/// the smallest count of which P(R ≤ r) exceeds the tail, the lower limit is r − (P(R ≤ r) − tail) / P(R = r). The upper limit is its mirror
/// image, from P(R ≥ r). Thus chance alone puts a count below the lower limit, or above the upper one, with at most the tail's probability,
/// the better of the properties Manktelow and Seaton compare (PLoS ONE 2012, e45723); Spiegelhalter's upper limit is one lower, and counts of
/// small areas lie above it far too often. Interpolated limits, widened or not, never fall as the expected count rises; whole ones do.
/// </summary>
/// <param name="Inner">95%: at most 2.5% of chance lies on either side.</param>
/// <param name="Outer">99.8%: at most 0.1% lies on either side.</param>
internal readonly record struct ExactLimits(FunnelLimits Inner, FunnelLimits Outer)
{
    /// <summary>Largest expected count that limits are summed for: 10,000,000; the normal limit with correction for skewness takes over.</summary>
    public const double LargestSummed = 1e7;

    private const double InnerTail = 0.025;
    private const double OuterTail = 0.001;

    /// <summary>The limits of a Poisson count.</summary>
    /// <param name="mean">The expected count, above 0.</param>
    public static ExactLimits OfPoisson(double mean)
    {
        if (mean > LargestSummed) return NormalLimit(mean, mean, 1);
        using var table = new PoissonTable(mean);
        return Summed(table);
    }

    /// <summary>The limits of a count out of a number of trials.</summary>
    /// <param name="trials">1 or more.</param>
    /// <param name="share">The share expected, above 0 and below 1.</param>
    public static ExactLimits OfBinomial(long trials, double share)
    {
        if (trials * share > LargestSummed) return NormalLimit(trials * share, trials * share * (1 - share), 1 - (2 * share));
        using var table = new BinomialTable(trials, share);
        return Summed(table);
    }

    private static ExactLimits Summed(IProbabilityTable table) => new(
        new FunnelLimits(LowerOf(table, InnerTail), UpperOf(table, InnerTail)),
        new FunnelLimits(LowerOf(table, OuterTail), UpperOf(table, OuterTail)));

    private static double LowerOf(IProbabilityTable table, double tail)
    {
        var (count, sum) = (table.First, table.Of(table.First));
        while (sum <= tail)
            sum += table.Of(++count);
        return Math.Max(0, count - ((sum - tail) / table.Of(count)));
    }

    private static double UpperOf(IProbabilityTable table, double tail)
    {
        var (count, sum) = (table.Last, table.Of(table.Last));
        while (sum <= tail)
            sum += table.Of(--count);
        return count + ((sum - tail) / table.Of(count));
    }

    // Cornish and Fisher's expansion to the first order; half a count to either side is what interpolation comes to.
    private static ExactLimits NormalLimit(double mean, double variance, double skewness)
    {
        FunnelLimits At(double tail)
        {
            var quantile = -Normal.InvCDF(0, 1, tail);
            var reach = (quantile * Math.Sqrt(variance)) + 0.5;
            var middle = mean + (skewness * ((quantile * quantile) - 1) / 6);
            return new FunnelLimits(middle - reach, middle + reach);
        }

        return new ExactLimits(At(InnerTail), At(OuterTail));
    }
}
