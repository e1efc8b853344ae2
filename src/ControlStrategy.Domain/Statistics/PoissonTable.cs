using MathNet.Numerics;

namespace ControlStrategy.Domain.Statistics;

/// <summary>A Poisson distribution where its probabilities matter: outside, less than 1e-16 of it lies.</summary>
internal sealed class PoissonTable
{
    // Beyond nine standard deviations, and 25 more for small means, nothing is left.
    private const double Reach = 9;
    private const double ReachOfSmallMeans = 25;

    private readonly double[] _probabilities;
    private readonly double[] _upTo;

    /// <param name="mean">0 or more.</param>
    public PoissonTable(double mean)
    {
        var reach = (Reach * Math.Sqrt(mean)) + ReachOfSmallMeans;
        First = (long)Math.Max(0, Math.Floor(mean - reach));
        Last = (long)Math.Ceiling(mean + reach);
        _probabilities = Probabilities(mean, First, (int)(Last - First) + 1);
        _upTo = new double[_probabilities.Length];
        var sum = 0.0;
        for (var i = 0; i < _upTo.Length; i++)
            _upTo[i] = sum += _probabilities[i];
    }

    /// <summary>First count looked at.</summary>
    public long First { get; }

    /// <summary>Last count looked at.</summary>
    public long Last { get; }

    /// <summary>The probability of a count between the first and the last.</summary>
    public double Of(long count) => _probabilities[count - First];

    /// <summary>The probability of a count or fewer.</summary>
    public double UpTo(long count) => count < First ? 0 : _upTo[Math.Min(count, Last) - First];

    /// <summary>The probability of a count or more.</summary>
    public double From(long count) => count > Last ? 0 : _upTo[^1] - UpTo(count - 1);

    // From the most probable count in both directions: each is its neighbour's times a quotient.
    private static double[] Probabilities(double mean, long first, int length)
    {
        var probabilities = new double[length];
        var mode = (int)((long)Math.Floor(mean) - first);
        var count = first + mode;
        probabilities[mode] = mean == 0 ? 1 : Math.Exp((count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1));
        for (var i = mode + 1; i < length; i++)
            probabilities[i] = probabilities[i - 1] * mean / (first + i);
        for (var i = mode - 1; i >= 0; i--)
            probabilities[i] = probabilities[i + 1] * (first + i + 1) / mean;
        return probabilities;
    }
}
