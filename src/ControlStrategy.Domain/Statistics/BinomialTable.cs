using System.Buffers;
using MathNet.Numerics;

namespace ControlStrategy.Domain.Statistics;

/// <summary>The probabilities of neighbouring counts.</summary>
internal interface IProbabilityTable : IDisposable
{
    /// <summary>First count looked at.</summary>
    long First { get; }

    /// <summary>Last count looked at.</summary>
    long Last { get; }

    /// <summary>The probability of a count between the first and the last.</summary>
    double Of(long count);
}

/// <summary>A binomial distribution where its probabilities matter: outside, less than 1e-16 of it lies.</summary>
internal sealed class BinomialTable : IProbabilityTable
{
    // Beyond nine standard deviations, and 25 more for small variances, nothing is left.
    private const double Reach = 9;
    private const double ReachOfSmallVariances = 25;

    private readonly double[] _probabilities;
    private readonly int _length;

    /// <param name="trials">1 or more.</param>
    /// <param name="share">The share expected to be counted, above 0 and below 1.</param>
    public BinomialTable(long trials, double share)
    {
        var mean = trials * share;
        var reach = (Reach * Math.Sqrt(mean * (1 - share))) + ReachOfSmallVariances;
        First = (long)Math.Max(0, Math.Floor(mean - reach));
        Last = (long)Math.Min(trials, Math.Ceiling(mean + reach));
        _length = (int)(Last - First) + 1;
        _probabilities = ArrayPool<double>.Shared.Rent(_length);
        Fill(trials, share, (int)((long)Math.Floor(mean) - First));
    }

    public long First { get; }

    public long Last { get; }

    public double Of(long count) => _probabilities[count - First];

    public void Dispose() => ArrayPool<double>.Shared.Return(_probabilities);

    // From the most probable count in both directions: each is its neighbour's times a quotient.
    private void Fill(long trials, double share, int mode)
    {
        var odds = share / (1 - share);
        _probabilities[mode] = At(trials, share, First + mode);
        for (var i = mode + 1; i < _length; i++)
            _probabilities[i] = _probabilities[i - 1] * (trials - First - i + 1) / (First + i) * odds;
        for (var i = mode - 1; i >= 0; i--)
            _probabilities[i] = _probabilities[i + 1] * (First + i + 1) / (trials - First - i) / odds;
    }

    private static double At(long trials, double share, long count) => Math.Exp(
        SpecialFunctions.GammaLn(trials + 1) - SpecialFunctions.GammaLn(count + 1) - SpecialFunctions.GammaLn(trials - count + 1)
        + (count * Math.Log(share)) + ((trials - count) * Math.Log(1 - share)));
}
