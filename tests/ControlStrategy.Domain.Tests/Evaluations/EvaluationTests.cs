using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Evaluations;

public sealed class EvaluationTests
{
    private static readonly EvaluationCounts Usual = new() { Treated = BeforeAfter.Of(100, 60), Comparison = BeforeAfter.Of(100, 90) };

    private static readonly EvaluationCounts WithRing = Usual with { Displacement = BeforeAfter.Of(50, 55), DisplacementComparison = BeforeAfter.Of(50, 48) };

    private static readonly EvaluationCounts LargeComparison = Usual with { Comparison = BeforeAfter.Of(400, 390), Displacement = BeforeAfter.Of(50, 55) };

    [Fact]
    public void The_relative_effect_is_a_ratio_of_ratios_with_an_interval()
    {
        var effect = Of(Usual).RelativeEffect;

        Assert.Equal(1.50, effect.Value!.Value, 12);
        Assert.Equal(0.98, effect.Lower!.Value, 2);
        Assert.Equal(2.30, effect.Upper!.Value, 2);
        // 1.5 e^(-1.96 × 0.2185814).
        Assert.Equal(0.9773072, effect.Lower.Value, 7);
        Assert.Null(effect.Reason);
    }

    [Fact]
    public void The_displacement_difference_takes_in_the_displacement_areas_and_theirs()
    {
        var difference = Of(WithRing).DifferenceWithDisplacement;

        Assert.Equal(-23, difference.Value);
        Assert.Equal(23.52, difference.StandardError!.Value, 2);
        Assert.Equal(-23 - (1.96 * Math.Sqrt(553)), difference.Lower!.Value, 10);
        Assert.Equal(-23 + (1.96 * Math.Sqrt(553)), difference.Upper!.Value, 10);
    }

    [Fact]
    public void Without_displacement_areas_it_is_of_treated_and_comparison_areas_alone()
    {
        var evaluation = Of(Usual);

        Assert.Equal(-30, evaluation.Difference.Value);
        Assert.Equal(Math.Sqrt(350), evaluation.Difference.StandardError!.Value, 10);
        Assert.Equal(new DisplacementDifference(null, null, null, null, Reason.NotApplicable), evaluation.DifferenceWithDisplacement);
        Assert.Equal(evaluation.Difference, Of(WithRing).Difference);
    }

    [Fact]
    public void Displacement_areas_without_a_comparison_of_their_own_have_a_quotient_but_no_difference()
    {
        var evaluation = Of(LargeComparison);

        Assert.Equal(Reason.NotApplicable, evaluation.DifferenceWithDisplacement.Reason);
        Assert.Equal(-0.1667, evaluation.Quotient.Value!.Value, 4);
        Assert.Equal(DisplacementMeaning.DisplacementSmallerThanGain, evaluation.Quotient.Meaning);
    }

    [Fact]
    public void The_total_net_effect_is_that_of_treated_and_displacement_areas()
    {
        var evaluation = Of(LargeComparison);

        Assert.Equal(31.25, evaluation.TotalNetEffect.Value);
        Assert.Equal(37.5, evaluation.NetEffect.Value);
        Assert.Equal(Reason.NotApplicable, Of(Usual).TotalNetEffect.Reason);
        Assert.Equal(30, Of(Usual).NetEffect.Value);
    }

    [Theory]
    [InlineData(100, 40, DisplacementMeaning.DiffusionOfBenefit)]
    [InlineData(100, 90, DisplacementMeaning.Neither)]
    [InlineData(100, 91, DisplacementMeaning.DisplacementSmallerThanGain)]
    [InlineData(100, 119, DisplacementMeaning.DisplacementSmallerThanGain)]
    [InlineData(100, 120, DisplacementMeaning.GainLost)]
    [InlineData(100, 200, DisplacementMeaning.GainLost)]
    public void A_quotient_above_0_is_diffusion_down_to_minus_1_displacement_and_from_there_on_the_gain_is_lost(double before, double after, DisplacementMeaning meaning) =>
        Assert.Equal(meaning, Of(Usual with { Displacement = BeforeAfter.Of(before, after) }).Quotient.Meaning);

    [Theory]
    [InlineData(100, 90)]
    [InlineData(100, 95)]
    [InlineData(30, 27)]
    public void There_is_a_quotient_only_where_the_treated_areas_improved_relative_to_the_comparison(double before, double after)
    {
        var quotient = Of(WithRing with { Treated = BeforeAfter.Of(before, after) }).Quotient;

        Assert.Equal(new DisplacementQuotient(null, null, Reason.NotApplicable), quotient);
    }

    [Theory]
    [InlineData(Polarity.Neutral)]
    [InlineData(Polarity.HigherIsBetter)]
    public void Nor_is_there_one_where_lower_is_not_better(Polarity polarity) =>
        Assert.Equal(Reason.NotApplicable, Evaluation.Of(WithRing, polarity).Quotient.Reason);

    [Fact]
    public void A_count_of_0_leaves_no_ratio_and_a_difference_that_can_still_be_made()
    {
        var evaluation = Of(WithRing with { Treated = BeforeAfter.Of(12, 0) });

        Assert.Equal(new RelativeEffect(null, null, null, Reason.NotApplicable), evaluation.RelativeEffect);
        Assert.Null(evaluation.Verdict);
        Assert.Equal(-2, evaluation.Difference.Value);
        Assert.Equal(Math.Sqrt(202), evaluation.Difference.StandardError!.Value, 10);
    }

    [Fact]
    public void Where_nothing_was_counted_at_all_there_is_a_reason_for_every_figure()
    {
        var none = BeforeAfter.Of(0, 0);
        var evaluation = Of(new EvaluationCounts { Treated = none, Comparison = none, Displacement = none, DisplacementComparison = none });

        Assert.Equal(
            [Reason.NotApplicable, Reason.NotApplicable, Reason.NotApplicable, Reason.NotApplicable, Reason.NotApplicable, Reason.NotApplicable],
            Reasons(evaluation).Select(reason => reason!.Value));
    }

    [Fact]
    public void A_missing_count_is_the_reason_of_what_needs_it_and_of_nothing_else()
    {
        var evaluation = Of(WithRing with { Displacement = new BeforeAfter(Figure.Of(50), Figure.Missing(Reason.Confidential)) });

        Assert.Equal([null, null, Reason.Confidential, Reason.Confidential, null, Reason.Confidential], Reasons(evaluation));
    }

    [Theory]
    [InlineData(Polarity.LowerIsBetter, 100, 40, EvaluationVerdict.InFavour)]
    [InlineData(Polarity.LowerIsBetter, 40, 100, EvaluationVerdict.Against)]
    [InlineData(Polarity.LowerIsBetter, 100, 60, EvaluationVerdict.ConsistentWithNoEffect)]
    [InlineData(Polarity.HigherIsBetter, 100, 40, EvaluationVerdict.Against)]
    [InlineData(Polarity.HigherIsBetter, 40, 100, EvaluationVerdict.InFavour)]
    [InlineData(Polarity.Neutral, 100, 40, EvaluationVerdict.Fewer)]
    [InlineData(Polarity.Neutral, 40, 100, EvaluationVerdict.More)]
    [InlineData(Polarity.Neutral, 100, 60, EvaluationVerdict.ConsistentWithNoEffect)]
    public void The_verdict_goes_by_the_interval_and_by_which_direction_is_better(Polarity polarity, double before, double after, EvaluationVerdict verdict)
    {
        var evaluation = Evaluation.Of(Usual with { Treated = BeforeAfter.Of(before, after) }, polarity);

        Assert.Equal(verdict, evaluation.Verdict);
        Assert.True(evaluation.Indicative);
    }

    [Fact]
    public void Areas_that_displacement_areas_are_compared_with_need_displacement_areas() =>
        Assert.Throws<ArgumentException>(() => Of(Usual with { DisplacementComparison = BeforeAfter.Of(1, 1) }));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_count_is_0_or_more_and_finite(double count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Usual with { Comparison = BeforeAfter.Of(1, count) }));

    private static Evaluation Of(EvaluationCounts counts) => Evaluation.Of(counts, Polarity.LowerIsBetter);

    private static IEnumerable<Reason?> Reasons(Evaluation evaluation) =>
    [
        evaluation.RelativeEffect.Reason, evaluation.Difference.Reason, evaluation.DifferenceWithDisplacement.Reason,
        evaluation.Quotient.Reason, evaluation.NetEffect.Reason, evaluation.TotalNetEffect.Reason,
    ];
}
