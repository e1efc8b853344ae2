using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>What was counted in an area, or its rate, over the earlier periods.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="Values">One value for each period, 0 or more, oldest first; null where it is not known.</param>
public sealed record EarlierSeries(int AreaId, IReadOnlyList<double?> Values);

/// <summary>How like the treated areas another area was before an initiative. It is a likeness of series, not of how well an area does.</summary>
public sealed record SimilarArea
{
    /// <summary>The area's key.</summary>
    public required int AreaId { get; init; }

    /// <summary>
    /// How far its series lay from that of the treated areas, each as an index of 100 on its own mean: the root of the mean squared difference, in
    /// index points; 0 is the same course, 10 about a tenth off. Null where the reason says why.
    /// </summary>
    public double? Distance { get; init; }

    /// <summary>
    /// Pearson's correlation of its changes from period to period with those of the treated areas, -1 to 1; null without a distance, with fewer
    /// than three changes, and where either series changes by the same amount each time.
    /// </summary>
    public double? Correlation { get; init; }

    /// <summary>Its mean over that of the treated areas, above 0: 2 is twice as large; null without a distance.</summary>
    public double? RelativeSize { get; init; }

    /// <summary>Why it cannot be compared: TOO_FEW_POINTS with fewer than five earlier periods, NOT_AVAILABLE where it lacks one of them,
    /// NOT_APPLICABLE where nothing was counted in it or in the treated areas; null where it can.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The same in words, figures rounded for reading.</summary>
    public required string Explanation { get; init; }
}
