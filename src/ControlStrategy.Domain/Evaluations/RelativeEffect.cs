using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>
/// The relative effect size, in the form of an odds ratio: T0·C1 / (T1·C0) of treated and comparison areas before and after. Above 1 the
/// treated areas have fewer after than their comparison would lead one to expect, below 1 more. The variance of its logarithm is
/// 1/T0 + 1/T1 + 1/C0 + 1/C1 (Farrington, Gill, Waples and Argomaniz 2007, Journal of Experimental Criminology 3).
/// </summary>
/// <param name="Value">The effect, above 0; 1 is no effect; null where the reason says why.</param>
/// <param name="Lower">Lower end of its 95% interval, exp(ln − 1.96 √variance); null where the reason says why.</param>
/// <param name="Upper">Upper end of its 95% interval, exp(ln + 1.96 √variance); null where the reason says why.</param>
/// <param name="Reason">Why there is none: NOT_APPLICABLE where one of the four counts is 0, else the reason one of them is missing; null where there is one.</param>
public sealed record RelativeEffect(double? Value, double? Lower, double? Upper, Reason? Reason)
{
    /// <summary>Whether the interval holds 1, no effect; null without an effect.</summary>
    internal bool? IncludesNoEffect => Value is null ? null : Lower <= 1 && Upper >= 1;

    internal static RelativeEffect Of(BeforeAfter treated, BeforeAfter comparison)
    {
        if (EvaluationCounts.Absence(treated, comparison) is { } absence)
            return new RelativeEffect(null, null, null, absence);
        double[] counts = [treated.First, treated.Second, comparison.First, comparison.Second];
        if (counts.Contains(0))
            return new RelativeEffect(null, null, null, Statistics.Reason.NotApplicable);
        var value = treated.First * comparison.Second / (treated.Second * comparison.First);
        var factor = Math.Exp(Evaluation.StandardErrors * Math.Sqrt(counts.Sum(count => 1 / count)));
        return new RelativeEffect(value, value / factor, value * factor, null);
    }
}
