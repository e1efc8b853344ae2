using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Surveys;

/// <summary>One survey estimate against another.</summary>
/// <param name="Difference">The second less the first, in percentage points, unrounded; null where the two may not be compared.</param>
/// <param name="Threshold">How far apart they must be, and further, to differ significantly, in percentage points: √(half-width² +
/// half-width²); null where the reason says why.</param>
/// <param name="Significant">Whether they differ significantly at 5%; null where the reason says why.</param>
/// <param name="Verdict">What that means, by the question's polarity; null where the reason says why.</param>
/// <param name="Reason">Why there is no test: NOT_A_PROBABILITY_SAMPLE of a self-selecting survey, BREAK_IN_SERIES across a change of
/// wording or design, NOT_APPLICABLE where both rest on the same interviews, else what the estimates lack.</param>
public sealed record EstimateComparison(double? Difference, double? Threshold, bool? Significant, EstimateVerdict? Verdict, Reason? Reason)
{
    /// <summary>Compares the second estimate with the first: two samples that share nobody.</summary>
    internal static EstimateComparison Between(ShownEstimate first, ShownEstimate second, Polarity polarity)
    {
        if (first.Percentage is not { } before || second.Percentage is not { } after)
            return NotMade(MissingReason(first, second));
        var difference = after - before;
        if (first.HalfWidth is not { } halfWidth || second.HalfWidth is not { } otherHalfWidth)
            return new EstimateComparison(difference, null, null, null, Statistics.Reason.NotAvailable);
        var threshold = MarginOfError.Threshold(halfWidth, otherHalfWidth);
        var isSignificant = Math.Abs(difference) > threshold;
        return new EstimateComparison(difference, threshold, isSignificant, VerdictOf(isSignificant, difference, polarity), null);
    }

    /// <summary>No comparison at all.</summary>
    internal static EstimateComparison NotMade(Reason reason) => new(null, null, null, null, reason);

    // What was not asked weighs more than what was asked of too few; either way round it is the same.
    private static Reason MissingReason(ShownEstimate first, ShownEstimate second) =>
        new[] { first, second }.Where(estimate => estimate.Percentage is null).Min(estimate => estimate.Reason!.Value);

    private static EstimateVerdict VerdictOf(bool isSignificant, double difference, Polarity polarity) => (isSignificant, polarity) switch
    {
        (false, _) => EstimateVerdict.NoSignificantDifference,
        (_, Polarity.Neutral) => difference > 0 ? EstimateVerdict.Higher : EstimateVerdict.Lower,
        _ => difference > 0 == polarity is Polarity.HigherIsBetter ? EstimateVerdict.Better : EstimateVerdict.Worse,
    };
}

/// <summary>What the difference of a survey estimate from another means.</summary>
public enum EstimateVerdict
{
    /// <summary>Significantly better: improved over time, or better than the other area.</summary>
    Better,

    /// <summary>Significantly worse: worsened over time, or worse than the other area.</summary>
    Worse,

    /// <summary>Significantly higher, of a question of which neither is better.</summary>
    Higher,

    /// <summary>Significantly lower, of a question of which neither is better.</summary>
    Lower,

    /// <summary>Not further apart than chance may put them.</summary>
    NoSignificantDifference,
}
