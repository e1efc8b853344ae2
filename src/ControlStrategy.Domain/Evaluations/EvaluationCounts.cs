using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>What was counted in a group of areas before an initiative and after it, in periods of the same length.</summary>
/// <param name="Before">The count before, 0 or more; or why there is none.</param>
/// <param name="After">The count after, 0 or more; or why there is none.</param>
public sealed record BeforeAfter(Figure Before, Figure After)
{
    /// <summary>Of a group that was not given: NOT_APPLICABLE.</summary>
    public static BeforeAfter NotGiven { get; } = new(Figure.Missing(Statistics.Reason.NotApplicable), Figure.Missing(Statistics.Reason.NotApplicable));

    /// <summary>Two counts that are there.</summary>
    /// <param name="before">The count before, 0 or more.</param>
    /// <param name="after">The count after, 0 or more.</param>
    public static BeforeAfter Of(double before, double after) => new(Figure.Of(before), Figure.Of(after));

    internal IEnumerable<Figure> Figures => [Before, After];

    internal double First => Before.Value!.Value;

    internal double Second => After.Value!.Value;
}

/// <summary>The counts an evaluation uses.</summary>
public sealed record EvaluationCounts
{
    /// <summary>T0 and T1: the areas the initiative worked in.</summary>
    public required BeforeAfter Treated { get; init; }

    /// <summary>C0 and C1: areas like them that it did not work in.</summary>
    public required BeforeAfter Comparison { get; init; }

    /// <summary>D0 and D1: areas around the treated ones that offences may have moved to; null without any.</summary>
    public BeforeAfter? Displacement { get; init; }

    /// <summary>E0 and E1: areas the displacement areas are compared with; null without any.</summary>
    public BeforeAfter? DisplacementComparison { get; init; }

    internal IEnumerable<BeforeAfter> Groups => new[] { Treated, Comparison, Displacement, DisplacementComparison }.OfType<BeforeAfter>();

    internal void Check()
    {
        if (Displacement is null && DisplacementComparison is not null)
            throw new ArgumentException("What displacement areas are compared with is given without displacement areas.", nameof(DisplacementComparison));
        foreach (var count in Groups.SelectMany(group => group.Figures).Select(figure => figure.Value).OfType<double>())
        {
            if (!(count >= 0) || !double.IsFinite(count))
                throw new ArgumentOutOfRangeException(nameof(Groups), count, "A count is 0 or more, and finite.");
        }
    }

    /// <summary>Why a figure of these groups cannot be made: the first reason among them; null where all counts are there.</summary>
    internal static Reason? Absence(params IEnumerable<BeforeAfter> groups) =>
        groups.SelectMany(group => group.Figures).FirstOrDefault(figure => figure.Value is null)?.Reason;
}
