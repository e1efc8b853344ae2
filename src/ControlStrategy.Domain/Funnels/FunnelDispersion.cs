namespace ControlStrategy.Domain.Funnels;

/// <summary>
/// How much more areas vary than chance alone makes them: φ, the mean of their squared z, once the tenth at either end is drawn in to the 10%
/// and 90% points (winsorised), so that the few areas a funnel is to find do not widen it (Spiegelhalter 2005).
/// </summary>
internal sealed class FunnelDispersion
{
    private const double Winsorised = 0.1;

    private readonly double _least;
    private readonly double _most;

    /// <param name="z">The standardised differences, one at least.</param>
    public FunnelDispersion(IEnumerable<double> z)
    {
        double[] sorted = [.. z.Order()];
        _least = PointOf(sorted, Winsorised);
        _most = PointOf(sorted, 1 - Winsorised);
        Phi = sorted.Average(value => WinsorisedZ(value) * WinsorisedZ(value));
        Threshold = 1 + (2 * Math.Sqrt(2.0 / sorted.Length));
    }

    /// <summary>φ, 0 or more.</summary>
    public double Phi { get; }

    /// <summary>1 + 2√(2/k): more than that is more than chance makes of k areas.</summary>
    public double Threshold { get; }

    /// <summary>Whether limits are widened.</summary>
    public bool Widens => Phi > Threshold;

    /// <summary>How many times as wide limits are: √φ, or 1.</summary>
    public double Factor => Widens ? Math.Sqrt(Phi) : 1;

    /// <summary>A standardised difference, drawn in where it is among the farthest tenth at either end.</summary>
    public double WinsorisedZ(double z) => Math.Clamp(z, _least, _most);

    // Linear between neighbours, the first at 0 and the last at 1.
    private static double PointOf(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
