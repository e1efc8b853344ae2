using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>Says in plain words what an evaluation's figures allow to be concluded, and what they do not.</summary>
internal static class EvaluationSentences
{
    // Below it, normal limits are rough: the count from which intervals of counts are approximated elsewhere too.
    private const double FewestCounted = CountInterval.SmallestOfByar;

    private const string Caveat =
        "This is indicative only: the comparison areas were not chosen at random, so other differences between the areas may explain the result; "
        + "areas treated because their counts were high tend to fall anyway; and such counts vary more than chance alone (overdispersion), "
        + "so that intervals and standard errors are narrower than they should be.";

    public static IEnumerable<string> Of(Evaluation evaluation)
    {
        var counts = evaluation.Counts;
        yield return Counted(("the treated areas", counts.Treated), ("the comparison areas", counts.Comparison));
        if (counts.Displacement is { } displacement)
            yield return Counted(("the displacement areas", displacement), ("the areas these are compared with", counts.DisplacementComparison));
        yield return Effect(evaluation.RelativeEffect, evaluation.Verdict);
        foreach (var sentence in Differences(evaluation))
            yield return sentence;
        if (evaluation.Quotient is { Value: { } quotient, Meaning: { } meaning })
            yield return Displacement(quotient, meaning, evaluation.Verdict);
        if (Net(evaluation) is { } net)
            yield return net;
        if ((evaluation.RelativeEffect.Value ?? evaluation.Difference.Value) is not null && counts.Groups.SelectMany(group => group.Figures).Any(count => count.Value < FewestCounted))
            yield return $"A count is below {PlainNumber.Count(FewestCounted)}, so that intervals and standard errors are rough.";
        yield return Caveat;
    }

    private static string Counted(params (string Where, BeforeAfter? Group)[] groups)
    {
        var parts = groups.Where(group => group.Group is not null).Select(group => $"in {group.Where} {Went(group.Group!)}").ToList();
        var sentence = string.Join("; ", parts) + ".";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    // Beside a withheld count the other is not told: the two could give it away.
    private static string Went(BeforeAfter group) => group switch
    {
        { Before: { Value: { } before }, After: { Value: null, Reason: not Reason.Confidential } } => $"the count was {PlainNumber.Count(before)} before and is not known after",
        { Before: { Value: null, Reason: not Reason.Confidential }, After.Value: { } after } => $"the count is not known before and was {PlainNumber.Count(after)} after",
        _ => Both(group),
    };

    private static string Both(BeforeAfter group) => EvaluationCounts.Absence(group) is { } absence
        ? $"the counts {Missing(absence)}"
        : $"the count was {PlainNumber.Count(group.First)} before and {PlainNumber.Count(group.Second)} after ({PlainNumber.Change(group.First, group.Second)})";

    private static string Missing(Reason reason) => reason is Reason.Confidential ? "are withheld" : "are not known";

    private static string Effect(RelativeEffect effect, EvaluationVerdict? verdict)
    {
        if (effect is not { Value: { } value, Lower: { } lower, Upper: { } upper })
            return effect.Reason is Reason.NotApplicable
                ? "No relative effect is stated, because a count it would divide by is 0."
                : $"No relative effect is stated, because counts it needs {Missing(effect.Reason!.Value)}.";
        var figures = $"The relative effect is {PlainNumber.Ratio(value)} (95% interval {PlainNumber.Ratio(lower)} to {PlainNumber.Ratio(upper)}); 1 would be no effect. ";
        if (verdict is EvaluationVerdict.ConsistentWithNoEffect)
            return figures + "The interval includes 1: the data are consistent with no effect, and it may not be concluded that the initiative made a difference, nor that it made none.";
        var (side, amount) = value > 1 ? ("above", "fewer") : ("below", "more");
        return figures + $"The interval lies {side} 1: {amount} were counted in the treated areas after it than the comparison areas would lead one to expect. " + Bearing(verdict);
    }

    private static string Bearing(EvaluationVerdict? verdict) => verdict switch
    {
        EvaluationVerdict.InFavour => "That is indicative evidence in favour of the initiative; it may not be concluded that the initiative was the cause.",
        EvaluationVerdict.Against => "That is indicative evidence against the initiative; it may not be concluded that the initiative was the cause.",
        _ => "Neither direction of this measure is better, so that speaks neither for nor against the initiative.",
    };

    private static IEnumerable<string> Differences(Evaluation evaluation)
    {
        var (alone, together) = (evaluation.Difference, evaluation.DifferenceWithDisplacement);
        if (alone.Value is not null)
            yield return $"The weighted displacement difference of treated and comparison areas is {Difference(alone)}; below 0 would be fewer than expected.";
        if (together.Value is not null)
            yield return $"With the displacement areas and those they are compared with, it is {Difference(together)}.";
        if (alone.IncludesNoEffect is { } within && evaluation.RelativeEffect.IncludesNoEffect is { } ratioWithin && within != ratioWithin)
            yield return "Ratio and difference disagree on whether chance alone may explain the result, as they can where areas differ in size: the evidence is mixed.";
        if (evaluation is { RelativeEffect: { IncludesNoEffect: false, Value: var ratio }, Difference: { IncludesNoEffect: false, Value: var difference } } && (ratio > 1) != (difference < 0))
            yield return "Ratio and difference point in opposite directions, as they can where areas differ in size: it may not be concluded which way the treated areas went.";
    }

    private static string Difference(DisplacementDifference difference) =>
        $"{PlainNumber.Count(difference.Value!.Value)} (standard error {PlainNumber.Count(difference.StandardError!.Value)}), "
        + (difference.IncludesNoEffect is true ? "no farther from 0 than chance alone may put it" : "farther from 0 than chance alone usually puts it");

    private static string Displacement(double quotient, DisplacementMeaning meaning, EvaluationVerdict? verdict)
    {
        var points = meaning switch
        {
            DisplacementMeaning.DiffusionOfBenefit => "points to a diffusion of benefit to the displacement areas, not to displacement",
            DisplacementMeaning.DisplacementSmallerThanGain => "is consistent with some displacement, smaller than the gain in the treated areas",
            DisplacementMeaning.GainLost => "is consistent with displacement that cancels the gain in the treated areas",
            _ => "points neither to displacement nor to a diffusion of benefit",
        };
        var doubt = verdict is EvaluationVerdict.ConsistentWithNoEffect ? ", and the gain it is a part of may be chance" : "";
        return $"The weighted displacement quotient is {PlainNumber.Quotient(quotient)}, which {points}; it has no interval{doubt}.";
    }

    private static string? Net(Evaluation evaluation)
    {
        var (figure, name, where) = evaluation.Counts.Displacement is null
            ? (evaluation.NetEffect, "net effect", "treated areas")
            : (evaluation.TotalNetEffect, "total net effect", "treated and displacement areas");
        if (figure.Value is not { } net) return null;
        var amount = net == 0 ? "just as many" : $"{PlainNumber.Count(Math.Abs(net))} {(net > 0 ? "more" : "fewer")}";
        return $"Had the {where} changed as the comparison areas did, {amount} would have been counted there ({name} {PlainNumber.Count(net)}); this has no interval.";
    }
}
