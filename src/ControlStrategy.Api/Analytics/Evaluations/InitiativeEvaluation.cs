using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>
/// Whether an initiative worked, as far as counts before and after, in treated and in comparison areas, can say. Never more than indicative.
/// </summary>
public sealed record InitiativeEvaluation
{
    /// <summary>The initiative; none where only areas were given.</summary>
    public required EntityKey<Initiative>? Initiative { get; init; }

    /// <summary>What was counted.</summary>
    public required EntityKey<Measure> Measure { get; init; }

    /// <summary>The period before, as it is written.</summary>
    public required string Before { get; init; }

    /// <summary>The period after, as it is written.</summary>
    public required string After { get; init; }

    /// <summary>The treated areas.</summary>
    public required IReadOnlyList<EntityKey<Area>> Treated { get; init; }

    /// <summary>The areas they are compared with; empty where none were given.</summary>
    public required IReadOnlyList<EntityKey<Area>> Comparison { get; init; }

    /// <summary>The areas that offences may have moved to.</summary>
    public required IReadOnlyList<EntityKey<Area>> Displacement { get; init; }

    /// <summary>The areas that these are compared with.</summary>
    public required IReadOnlyList<EntityKey<Area>> DisplacementComparison { get; init; }

    /// <summary>The counts used.</summary>
    public required EvaluationCounts Counts { get; init; }

    /// <summary>The relative effect size, as a ratio.</summary>
    public required RelativeEffect RelativeEffect { get; init; }

    /// <summary>What the interval of the relative effect says; none without a relative effect.</summary>
    public required EvaluationVerdict? Verdict { get; init; }

    /// <summary>The weighted displacement difference of the treated and the comparison areas alone.</summary>
    public required DisplacementDifference Difference { get; init; }

    /// <summary>The weighted displacement difference with the displacement areas and what these are compared with; needs both.</summary>
    public required DisplacementDifference DifferenceWithDisplacement { get; init; }

    /// <summary>The weighted displacement quotient; only where the treated areas improved relative to the comparison.</summary>
    public required DisplacementQuotient Quotient { get; init; }

    /// <summary>How many fewer there are in the treated areas than if they had changed as the comparison areas did; below 0 is more.</summary>
    public required Figure NetEffect { get; init; }

    /// <summary>The same of treated and displacement areas together.</summary>
    public required Figure TotalNetEffect { get; init; }

    /// <summary>What may and what may not be concluded, in plain sentences made by rules from the figures, which are rounded for reading.</summary>
    public required IReadOnlyList<string> Conclusions { get; init; }

    /// <summary>What else a reader must know of the initiative and the figures, such as demonstration data among them, or periods that do not fit its dates.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Always true: no evaluation of this kind proves that an initiative worked.</summary>
    public required bool Indicative { get; init; }

    /// <summary>How the figures are computed, and where that is from.</summary>
    public required string Method { get; init; }

    /// <summary>Areas of the level of the treated ones whose earlier series ran most like theirs, the nearest first: those that could be compared with.</summary>
    public required IReadOnlyList<SuggestedArea> SimilarAreas { get; init; }

    /// <summary>The moment whose knowledge this is; none for now.</summary>
    public required DateTimeOffset? AsAt { get; init; }

    /// <summary>When the newest of the observations read for it was recorded; none where nothing was found.</summary>
    public required DateTimeOffset? DataAsAt { get; init; }

    /// <summary>Where the observations read for it come from, each source once.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Whether any of those observations is provisional.</summary>
    public required bool Provisional { get; init; }
}

/// <summary>An area whose counts over the same months of ten years, up to the period before, can be laid beside those of the treated areas.</summary>
/// <param name="Area">The area.</param>
/// <param name="Distance">
/// How far its series lay from theirs, each as an index of 100 on its own mean: the root of the mean squared difference, in index points; null
/// where the reason says why.
/// </param>
/// <param name="Correlation">Pearson's correlation of the changes from year to year, -1 to 1; null without a distance and with fewer than three changes.</param>
/// <param name="RelativeSize">Its mean over theirs: 2 is twice as large; null without a distance.</param>
/// <param name="Reason">Why it cannot be compared: TOO_FEW_POINTS with fewer than five years, NOT_AVAILABLE where it lacks one, NOT_APPLICABLE where nothing was counted.</param>
/// <param name="Explanation">The same in words, figures rounded for reading.</param>
public sealed record SuggestedArea(EntityKey<Area> Area, double? Distance, double? Correlation, double? RelativeSize, Reason? Reason, string Explanation);
