using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Funnels;

/// <summary>
/// A fair comparison of areas of different size: each against the overall rate of all, within limits that are the wider the smaller it is.
/// Areas keep the order they are given in; there are no ranks.
/// </summary>
public sealed record Funnel
{
    /// <summary>Fewest areas that limits are calculated for: 10, so that there is one at either end for winsorising at 10% to draw in.</summary>
    public const int FewestAreas = 10;

    /// <summary>The method in a few sentences, to stand beside its figures.</summary>
    public const string Method =
        "Limits at 95% and 99.8% around the overall rate: exact Poisson limits of counts, exact binomial limits of proportions, interpolated between whole numbers "
        + "so that chance alone puts an area beyond either limit with a probability of at most 2.5% or 0.1%. Where the dispersion φ, the mean of the squared z-scores winsorised at 10%, "
        + "exceeds 1 + 2√(2/k) for k areas, limits are widened: E ± √φ × (exact limit − E), E being the count expected at the overall rate. "
        + "The word goes by the 95% limits; Spiegelhalter draws both pairs, as two and three standard deviations, and areas outside the 99.8% limits are those worth asking about first. "
        + "Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005) 1185-1202; "
        + "Handling over-dispersion of performance indicators, Quality and Safety in Health Care 14 (2005) 347-351";

    private const int PerCent = 100;

    /// <summary>How counts vary by chance alone.</summary>
    public required FunnelDistribution Distribution { get; init; }

    /// <summary>The unit of values, limits and the overall rate: per 10,000 for counts over an exposure, 100 (per cent) for proportions.</summary>
    public required int Per { get; init; }

    /// <summary>What was counted in all areas that take part, over their exposure, in that unit, unrounded; null where none takes part.</summary>
    public required double? Overall { get; init; }

    /// <summary>What was counted in all areas that take part.</summary>
    public required double Observed { get; init; }

    /// <summary>What they were exposed to: people, or the denominators of proportions.</summary>
    public required double Exposure { get; init; }

    /// <summary>How many areas take part.</summary>
    public required int AreaCount { get; init; }

    /// <summary>φ, the mean of the squared z winsorised at 10%: about 1 where areas differ by chance only; null without limits.</summary>
    public required double? Dispersion { get; init; }

    /// <summary>1 + 2√(2/k) for k areas, above which limits are widened; null without limits.</summary>
    public required double? DispersionThreshold { get; init; }

    /// <summary>Whether limits are √φ times as far from the overall rate as chance alone puts them.</summary>
    public required bool Widened { get; init; }

    /// <summary>Why there are no limits: TOO_FEW_POINTS where fewer than ten areas take part; null where there are.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>One point for each area, in the order they were given in.</summary>
    public required IReadOnlyList<FunnelPoint> Points { get; init; }

    /// <summary>Compares counts over an exposure, such as crimes over people, per 10,000.</summary>
    /// <param name="areas">The areas, each once.</param>
    /// <exception cref="ArgumentException">An area is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or an exposure is negative or not finite.</exception>
    public static Funnel OfCounts(IReadOnlyList<FunnelArea> areas) => Of(areas, FunnelDistribution.Poisson);

    /// <summary>Compares proportions in per cent: the numerator is what was observed, the denominator the exposure.</summary>
    /// <param name="areas">The areas, each once; one with a numerator above its denominator takes no part.</param>
    /// <exception cref="ArgumentException">An area is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A numerator or a denominator is negative or not finite.</exception>
    public static Funnel OfProportions(IReadOnlyList<FunnelArea> areas) => Of(areas, FunnelDistribution.Binomial);

    internal static int PerOf(FunnelDistribution distribution) => distribution is FunnelDistribution.Poisson ? Rate.Per : PerCent;

    private static Funnel Of(IReadOnlyList<FunnelArea> areas, FunnelDistribution distribution)
    {
        Check(areas);
        FunnelArea[] taking = [.. areas.Where(area => area.Absence(distribution) is null)];
        var centre = FunnelCentre.Of(taking, distribution);
        var dispersion = taking.Length >= FewestAreas ? new FunnelDispersion(taking.Select(centre.Z)) : null;
        return new Funnel
        {
            Distribution = distribution,
            Per = PerOf(distribution),
            Overall = taking.Length > 0 ? centre.Expected(PerOf(distribution)) : null,
            Observed = centre.Observed,
            Exposure = centre.Exposure,
            AreaCount = taking.Length,
            Dispersion = dispersion?.Phi,
            DispersionThreshold = dispersion?.Threshold,
            Widened = dispersion is { Widens: true },
            Reason = dispersion is null ? Statistics.Reason.TooFewPoints : null,
            Points = [.. areas.Select(area => FunnelPoint.Of(area, centre, dispersion))],
        };
    }

    private static void Check(IReadOnlyList<FunnelArea> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var known = new HashSet<int>();
        foreach (var area in areas)
        {
            area.Check();
            if (!known.Add(area.AreaId))
                throw new ArgumentException($"Area {area.AreaId} is given twice.", nameof(areas));
        }
    }
}
