using MathNet.Numerics.Distributions;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// How much of a Poisson distribution lies at or beyond a count. Of large means by the normal distribution with Edgeworth's correction for
/// skewness, whose error is of the order of 1 in the mean; else summed.
/// </summary>
internal sealed class PoissonTails : IDisposable
{
    private readonly PoissonTable? _sums;
    private readonly double _mean;
    private readonly double _deviation;

    /// <param name="mean">0 or more.</param>
    public PoissonTails(double mean)
    {
        _mean = mean;
        _deviation = Math.Sqrt(mean);
        if (mean >= CountTest.SmallestOfNormalLimit) return;
        _sums = new PoissonTable(mean);
        _sums.Accumulate();
    }

    /// <summary>The probability of a count or fewer.</summary>
    public double UpTo(long count)
    {
        if (_sums is null) return Clipped(Normal.CDF(0, 1, Standard(count)) - Skew(Standard(count)));
        return count < _sums.First ? 0 : _sums.Of(Math.Min(count, _sums.Last));
    }

    /// <summary>The probability of a count or more.</summary>
    public double From(long count)
    {
        if (_sums is null) return Clipped(Normal.CDF(0, 1, -Standard(count - 1)) + Skew(Standard(count - 1)));
        return count > _sums.Last ? 0 : _sums.Of(_sums.Last) - UpTo(count - 1);
    }

    public void Dispose() => _sums?.Dispose();

    private double Standard(long count) => (count + 0.5 - _mean) / _deviation;

    private double Skew(double standard) => Normal.PDF(0, 1, standard) * ((standard * standard) - 1) / (6 * _deviation);

    private static double Clipped(double probability) => Math.Clamp(probability, 0, 1);
}
