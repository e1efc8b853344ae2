using System.Buffers;
using MathNet.Numerics;

namespace ControlStrategy.Domain.Statistics;

/// <summary>A Poisson distribution where its probabilities matter: outside, less than 1e-16 of it lies.</summary>
internal sealed class PoissonTable : IProbabilityTable
{
    // Beyond nine standard deviations, and 25 more for small means, nothing is left.
    private const double Reach = 9;
    private const double ReachOfSmallMeans = 25;

    private readonly double[] _probabilities;
    private readonly int _length;

    /// <param name="mean">0 or more.</param>
    public PoissonTable(double mean)
    {
        var reach = (Reach * Math.Sqrt(mean)) + ReachOfSmallMeans;
        First = (long)Math.Max(0, Math.Floor(mean - reach));
        Last = (long)Math.Ceiling(mean + reach);
        _length = (int)(Last - First) + 1;
        _probabilities = ArrayPool<double>.Shared.Rent(_length);
        Fill(mean);
    }

    /// <summary>First count looked at.</summary>
    public long First { get; }

    /// <summary>Last count looked at.</summary>
    public long Last { get; }

    /// <summary>The probability of a count between the first and the last.</summary>
    public double Of(long count) => _probabilities[count - First];

    /// <summary>Makes of each probability the sum of all up to it.</summary>
    public void Accumulate()
    {
        for (var i = 1; i < _length; i++)
            _probabilities[i] += _probabilities[i - 1];
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_probabilities);

    // From the most probable count in both directions: each is its neighbour's times a quotient.
    private void Fill(double mean)
    {
        var mode = (int)((long)Math.Floor(mean) - First);
        var count = First + mode;
        _probabilities[mode] = mean == 0 ? 1 : Math.Exp((count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1));
        for (var i = mode + 1; i < _length; i++)
            _probabilities[i] = _probabilities[i - 1] * mean / (First + i);
        for (var i = mode - 1; i >= 0; i--)
            _probabilities[i] = _probabilities[i + 1] * (First + i + 1) / mean;
    }
}
