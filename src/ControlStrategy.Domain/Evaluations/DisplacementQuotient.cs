using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>What a displacement quotient points to.</summary>
public enum DisplacementMeaning
{
    /// <summary>Above 0: the displacement areas improved too, a diffusion of benefit.</summary>
    DiffusionOfBenefit,

    /// <summary>Exactly 0: neither displacement nor diffusion.</summary>
    Neither,

    /// <summary>Between -1 and 0: displacement smaller than the gain.</summary>
    DisplacementSmallerThanGain,

    /// <summary>-1 or below: displacement as large as the gain or larger, so that the gain is lost.</summary>
    GainLost,
}

/// <summary>
/// The weighted displacement quotient: (D1/C1 − D0/C0) / (T1/C1 − T0/C0), how much of the treated areas' gain the displacement areas shared, or
/// took back (Bowers and Johnson 2003, Journal of Quantitative Criminology 19). It has no interval.
/// </summary>
/// <param name="Value">The quotient; null where the reason says why.</param>
/// <param name="Meaning">What it points to; null where the reason says why.</param>
/// <param name="Reason">Why there is none: NOT_APPLICABLE without displacement areas, where the treated areas did not improve relative to the
/// comparison, where nothing was counted in the comparison areas, and for measures of which lower is not better; else the reason a count is
/// missing; null where there is one.</param>
public sealed record DisplacementQuotient(double? Value, DisplacementMeaning? Meaning, Reason? Reason)
{
    internal static DisplacementQuotient Of(EvaluationCounts counts, Polarity polarity)
    {
        if (counts.Displacement is not { } displacement || polarity is not Polarity.LowerIsBetter)
            return new DisplacementQuotient(null, null, Statistics.Reason.NotApplicable);
        if (EvaluationCounts.Absence(counts.Treated, counts.Comparison, displacement) is { } absence)
            return new DisplacementQuotient(null, null, absence);
        var (before, after) = (counts.Comparison.First, counts.Comparison.Second);
        if (before == 0 || after == 0 || Gain(counts.Treated, before, after) >= 0)
            return new DisplacementQuotient(null, null, Statistics.Reason.NotApplicable);
        // 0 less nothing is 0: without it, a quotient of nothing would be a minus 0.
        var value = 0 + (Gain(displacement, before, after) / Gain(counts.Treated, before, after));
        return new DisplacementQuotient(value, MeaningOf(value), null);
    }

    // Both sides times C0·C1: products of whole counts are exact, so that rounding neither makes a gain nor a loss.
    private static double Gain(BeforeAfter group, double before, double after) => (group.Second * before) - (group.First * after);

    private static DisplacementMeaning MeaningOf(double value) => value switch
    {
        > 0 => DisplacementMeaning.DiffusionOfBenefit,
        0 => DisplacementMeaning.Neither,
        > -1 => DisplacementMeaning.DisplacementSmallerThanGain,
        _ => DisplacementMeaning.GainLost,
    };
}
