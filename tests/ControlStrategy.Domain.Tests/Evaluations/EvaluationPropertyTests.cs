using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Evaluations;

/// <summary>What must hold for any counts, tried on many drawn at random from fixed seeds.</summary>
public sealed class EvaluationPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Treated_and_comparison_exchanged_invert_the_relative_effect(int seed)
    {
        var counts = Drawn(seed);
        var one = Of(counts);
        var other = Of(counts with { Treated = counts.Comparison, Comparison = counts.Treated });

        Assert.Equal(one.RelativeEffect.Reason, other.RelativeEffect.Reason);
        if (one.RelativeEffect is { Value: { } value, Lower: { } lower, Upper: { } upper })
        {
            AssertSame(1 / value, other.RelativeEffect.Value!.Value);
            AssertSame(1 / upper, other.RelativeEffect.Lower!.Value);
            AssertSame(1 / lower, other.RelativeEffect.Upper!.Value);
        }

        Assert.Equal(one.Verdict is EvaluationVerdict.ConsistentWithNoEffect, other.Verdict is EvaluationVerdict.ConsistentWithNoEffect);
        Assert.Equal(one.Verdict is EvaluationVerdict.InFavour, other.Verdict is EvaluationVerdict.Against);
        Assert.Equal(-one.Difference.Value, other.Difference.Value);
        Assert.Equal(one.Difference.StandardError, other.Difference.StandardError);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_figure_has_a_value_or_a_reason_and_none_is_infinite(int seed)
    {
        var evaluation = Of(Drawn(seed));

        (double? Value, Reason? Reason)[] figures =
        [
            (evaluation.RelativeEffect.Value, evaluation.RelativeEffect.Reason), (evaluation.RelativeEffect.Upper, evaluation.RelativeEffect.Reason),
            (evaluation.Difference.Value, evaluation.Difference.Reason), (evaluation.Difference.StandardError, evaluation.Difference.Reason),
            (evaluation.DifferenceWithDisplacement.Value, evaluation.DifferenceWithDisplacement.Reason), (evaluation.Quotient.Value, evaluation.Quotient.Reason),
            (evaluation.NetEffect.Value, evaluation.NetEffect.Reason), (evaluation.TotalNetEffect.Value, evaluation.TotalNetEffect.Reason),
        ];
        Assert.All(figures, figure => Assert.True(figure.Value is null == figure.Reason is not null && double.IsFinite(figure.Value ?? 0)));
        Assert.True(evaluation.RelativeEffect.Value is null || evaluation.RelativeEffect.Lower < evaluation.RelativeEffect.Value);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sentences_are_cautious_whatever_the_figures(int seed)
    {
        foreach (var polarity in Enum.GetValues<Polarity>())
        {
            var evaluation = Evaluation.Of(Drawn(seed), polarity);
            var text = string.Join(" ", evaluation.Conclusions);

            Assert.StartsWith("This is indicative only", evaluation.Conclusions[^1], StringComparison.Ordinal);
            Assert.Equal(evaluation.Verdict is EvaluationVerdict.ConsistentWithNoEffect, text.Contains("the data are consistent with no effect", StringComparison.Ordinal));
            Assert.Equal(evaluation.Quotient.Value is not null, text.Contains("quotient", StringComparison.Ordinal));
            Assert.All(evaluation.Conclusions, sentence => Assert.True(char.IsUpper(sentence[0]) && sentence.EndsWith('.')));
            Assert.DoesNotContain(["NaN", "Infinity", "∞", "-0 ", "proves", "worked"], word => text.Contains(word, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_quotient_is_as_it_is_defined(int seed)
    {
        var counts = Drawn(seed);
        if (Of(counts).Quotient.Value is not { } quotient) return;

        double Share(BeforeAfter group, bool after) => after
            ? group.After.Value!.Value / counts.Comparison.After.Value!.Value
            : group.Before.Value!.Value / counts.Comparison.Before.Value!.Value;
        var gain = Share(counts.Treated, true) - Share(counts.Treated, false);

        Assert.True(gain < 0);
        Assert.Equal((Share(counts.Displacement!, true) - Share(counts.Displacement!, false)) / gain, quotient, Math.Abs(quotient) * 1e-9 + 1e-9);
    }

    private static Evaluation Of(EvaluationCounts counts) => Evaluation.Of(counts, Polarity.LowerIsBetter);

    private static void AssertSame(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * 1e-12);

    // Small counts, zeros among them, for some seeds, large ones for others.
    private static EvaluationCounts Drawn(int seed)
    {
        var random = new Random(seed);
        var largest = (int)Math.Pow(10, 1 + (seed % 6));
        BeforeAfter Group() => BeforeAfter.Of(random.Next(0, largest), random.Next(0, largest));
        return new EvaluationCounts { Treated = Group(), Comparison = Group(), Displacement = Group(), DisplacementComparison = Group() };
    }
}
