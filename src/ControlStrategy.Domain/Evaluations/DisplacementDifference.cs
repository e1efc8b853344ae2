using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>
/// The weighted displacement difference: (T1 − T0) − (C1 − C0), with displacement areas + (D1 − D0) − (E1 − E0). Below 0 there are fewer than
/// the comparison areas would lead one to expect. Its standard error is the root of the sum of all counts used (Wheeler and Ratcliffe 2018,
/// Crime Science 7:11). It compares numbers, so it needs comparison areas of about the same size.
/// </summary>
/// <param name="Value">The difference, a number of what is counted; null where the reason says why.</param>
/// <param name="StandardError">Its standard error, above 0, if counts vary by chance alone; null where the reason says why.</param>
/// <param name="Lower">Lower end of its 95% interval: 1.96 standard errors below it.</param>
/// <param name="Upper">Upper end of its 95% interval: 1.96 standard errors above it.</param>
/// <param name="Reason">Why there is none: NOT_APPLICABLE where all counts are 0, or the areas it takes in are not given, else the reason a count is
/// missing; null where there is one.</param>
public sealed record DisplacementDifference(double? Value, double? StandardError, double? Lower, double? Upper, Reason? Reason)
{
    /// <summary>Whether the interval holds 0, no difference; null without one.</summary>
    internal bool? IncludesNoEffect => Value is null ? null : Lower <= 0 && Upper >= 0;

    /// <summary>Of the treated areas and their comparison alone.</summary>
    internal static DisplacementDifference Of(EvaluationCounts counts) => Of([counts.Treated], [counts.Comparison]);

    /// <summary>With the displacement areas and their comparison; needs both.</summary>
    internal static DisplacementDifference WithDisplacement(EvaluationCounts counts) =>
        counts is { Displacement: { } displacement, DisplacementComparison: { } comparison }
            ? Of([counts.Treated, displacement], [counts.Comparison, comparison])
            : None(Statistics.Reason.NotApplicable);

    private static DisplacementDifference Of(BeforeAfter[] affected, BeforeAfter[] compared)
    {
        BeforeAfter[] all = [.. affected, .. compared];
        if (EvaluationCounts.Absence(all) is { } absence) return None(absence);
        var variance = all.Sum(group => group.First + group.Second);
        if (variance == 0) return None(Statistics.Reason.NotApplicable);
        var difference = affected.Sum(Change) - compared.Sum(Change);
        var (error, reach) = (Math.Sqrt(variance), Evaluation.StandardErrors * Math.Sqrt(variance));
        return new DisplacementDifference(difference, error, difference - reach, difference + reach, null);
    }

    private static double Change(BeforeAfter group) => group.Second - group.First;

    private static DisplacementDifference None(Reason reason) => new(null, null, null, null, reason);
}
