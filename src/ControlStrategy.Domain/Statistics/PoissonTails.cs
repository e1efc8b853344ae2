using MathNet.Numerics.Distributions;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// How much of a Poisson distribution lies at or beyond a count. Of large means by the normal distribution with Edgeworth's correction for
/// skewness, whose error is of the order of 1 in the mean; else summed.
/// </summary>
/// <param name="mean">0 or more.</param>
internal sealed class PoissonTails(double mean)
{
    private readonly PoissonTable? _table = mean < CountTest.SmallestOfNormalLimit ? new PoissonTable(mean) : null;
    private readonly double _deviation = Math.Sqrt(mean);

    /// <summary>The probability of a count or fewer.</summary>
    public double UpTo(long count) => _table?.UpTo(count) ?? Clipped(Normal.CDF(0, 1, Standard(count)) - Skew(Standard(count)));

    /// <summary>The probability of a count or more.</summary>
    public double From(long count) => _table?.From(count) ?? Clipped(Normal.CDF(0, 1, -Standard(count - 1)) + Skew(Standard(count - 1)));

    private double Standard(long count) => (count + 0.5 - mean) / _deviation;

    private double Skew(double standard) => Normal.PDF(0, 1, standard) * ((standard * standard) - 1) / (6 * _deviation);

    private static double Clipped(double probability) => Math.Clamp(probability, 0, 1);
}
