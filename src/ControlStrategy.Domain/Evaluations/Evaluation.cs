using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>What the interval of the relative effect says of an initiative; never more than indicative.</summary>
public enum EvaluationVerdict
{
    /// <summary>The interval holds 1: the data are consistent with no effect.</summary>
    ConsistentWithNoEffect,

    /// <summary>Better than the comparison areas, by more than chance alone allows.</summary>
    InFavour,

    /// <summary>Worse than the comparison areas, by more than chance alone allows.</summary>
    Against,

    /// <summary>Fewer than the comparison areas, of a measure of which neither direction is better.</summary>
    Fewer,

    /// <summary>More than the comparison areas, of a measure of which neither direction is better.</summary>
    More,
}

/// <summary>
/// Whether an initiative worked, as far as counts before and after, in treated and in comparison areas, can say. Comparison areas are not
/// chosen at random, and counts of crime vary more than chance alone, so the answer is indicative, whatever its figures.
/// </summary>
public sealed record Evaluation
{
    /// <summary>The method in a few sentences, to stand beside its figures.</summary>
    public const string Method =
        "Relative effect size T0·C1/(T1·C0), its interval from Var(ln) = 1/T0 + 1/T1 + 1/C0 + 1/C1 (Farrington and others 2007); "
        + "weighted displacement difference (T1 − T0) − (C1 − C0) + (D1 − D0) − (E1 − E0), its standard error the root of the sum of the counts (Wheeler and Ratcliffe 2018); "
        + "weighted displacement quotient (D1/C1 − D0/C0)/(T1/C1 − T0/C0) (Bowers and Johnson 2003); "
        + "total net effect [T0·(C1/C0) − T1] + [D0·(C1/C0) − D1] (Guerette 2009). T treated, C comparison, D displacement areas, E what these are compared with; 0 before, 1 after. "
        + "Indicative only: areas are not chosen at random, and counts vary more than chance alone";

    /// <summary>Standard errors either side of a figure that make 95%.</summary>
    internal const double StandardErrors = 1.96;

    /// <summary>The counts used.</summary>
    public required EvaluationCounts Counts { get; init; }

    /// <summary>The relative effect size, as a ratio.</summary>
    public required RelativeEffect RelativeEffect { get; init; }

    /// <summary>What the interval of the relative effect says; null without a relative effect.</summary>
    public required EvaluationVerdict? Verdict { get; init; }

    /// <summary>The weighted displacement difference of the treated and the comparison areas alone.</summary>
    public required DisplacementDifference Difference { get; init; }

    /// <summary>The weighted displacement difference with the displacement areas and what these are compared with; needs both.</summary>
    public required DisplacementDifference DifferenceWithDisplacement { get; init; }

    /// <summary>The weighted displacement quotient; only where the treated areas improved relative to the comparison.</summary>
    public required DisplacementQuotient Quotient { get; init; }

    /// <summary>How many fewer there are in the treated areas than if they had changed as the comparison areas did: T0·(C1/C0) − T1; above 0 is
    /// fewer; NOT_APPLICABLE where the comparison areas had none before.</summary>
    public required Figure NetEffect { get; init; }

    /// <summary>The total net effect, in treated and displacement areas together: [T0·(C1/C0) − T1] + [D0·(C1/C0) − D1]; above 0 is fewer;
    /// NOT_APPLICABLE without displacement areas and where the comparison areas had none before.</summary>
    public required Figure TotalNetEffect { get; init; }

    /// <summary>What may and what may not be concluded, in plain sentences made by rules from the figures, which are rounded for reading.</summary>
    public required IReadOnlyList<string> Conclusions { get; init; }

    /// <summary>Always true: no evaluation of this kind proves that an initiative worked.</summary>
    public bool Indicative { get; } = true;

    /// <summary>Evaluates an initiative.</summary>
    /// <param name="counts">What was counted, before and after, in periods of the same length.</param>
    /// <param name="polarity">Whether lower or higher counts are better, or neither.</param>
    /// <exception cref="ArgumentException">Areas that displacement areas are compared with are given without displacement areas.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite.</exception>
    public static Evaluation Of(EvaluationCounts counts, Polarity polarity)
    {
        ArgumentNullException.ThrowIfNull(counts);
        counts.Check();
        var effect = RelativeEffect.Of(counts.Treated, counts.Comparison);
        var evaluation = new Evaluation
        {
            Counts = counts,
            RelativeEffect = effect,
            Verdict = VerdictOf(effect, polarity),
            Difference = DisplacementDifference.Of(counts),
            DifferenceWithDisplacement = DisplacementDifference.WithDisplacement(counts),
            Quotient = DisplacementQuotient.Of(counts, polarity),
            NetEffect = Evaluations.NetEffect.Of(counts),
            TotalNetEffect = Evaluations.NetEffect.Total(counts),
            Conclusions = [],
        };
        return evaluation with { Conclusions = [.. EvaluationSentences.Of(evaluation)] };
    }

    private static EvaluationVerdict? VerdictOf(RelativeEffect effect, Polarity polarity) => (effect.IncludesNoEffect, polarity) switch
    {
        (null, _) => null,
        (true, _) => EvaluationVerdict.ConsistentWithNoEffect,
        (_, Polarity.Neutral) => effect.Value > 1 ? EvaluationVerdict.Fewer : EvaluationVerdict.More,
        _ => effect.Value > 1 == polarity is Polarity.LowerIsBetter ? EvaluationVerdict.InFavour : EvaluationVerdict.Against,
    };
}
