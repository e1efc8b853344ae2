using System.Globalization;
using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Evaluations;

public sealed class EvaluationSentenceTests
{
    private const string Caveat =
        "This is indicative only: the comparison areas were not chosen at random, so other differences between the areas may explain the result; "
        + "areas treated because their counts were high tend to fall anyway; and such counts vary more than chance alone (overdispersion), "
        + "so that intervals and standard errors are narrower than they should be.";

    [Fact]
    public void Where_the_interval_holds_1_nothing_is_concluded() => Assert.Equal(
        [
            "In the treated areas the count was 100 before and 60 after (down 40.0%); in the comparison areas the count was 100 before and 90 after (down 10.0%).",
            "In the displacement areas the count was 50 before and 55 after (up 10.0%); in the areas these are compared with the count was 50 before and 48 after (down 4.0%).",
            "The relative effect is 1.50 (95% interval 0.98 to 2.30); 1 would be no effect. The interval includes 1: the data are consistent with no effect, "
                + "and it may not be concluded that the initiative made a difference, nor that it made none.",
            "The weighted displacement difference of treated and comparison areas is -30 (standard error 18.7), no farther from 0 than chance alone may put it; below 0 would be fewer than expected.",
            "With the displacement areas and those they are compared with, it is -23 (standard error 23.5), no farther from 0 than chance alone may put it.",
            "The weighted displacement quotient is -0.33, which is consistent with some displacement, smaller than the gain in the treated areas; it has no interval, and the gain it is a part of may be chance.",
            "Had the treated and displacement areas changed as the comparison areas did, 20 more would have been counted there (total net effect 20); this has no interval.",
            Caveat,
        ],
        Read(new EvaluationCounts
        {
            Treated = BeforeAfter.Of(100, 60),
            Comparison = BeforeAfter.Of(100, 90),
            Displacement = BeforeAfter.Of(50, 55),
            DisplacementComparison = BeforeAfter.Of(50, 48),
        }));

    [Fact]
    public void Where_it_lies_above_1_the_evidence_is_called_indicative_and_no_cause_is_named() => Assert.Equal(
        [
            "In the treated areas the count was 1,200 before and 600 after (down 50.0%); in the comparison areas the count was 1,100 before and 1,100 after (unchanged).",
            "The relative effect is 2.00 (95% interval 1.76 to 2.27); 1 would be no effect. The interval lies above 1: fewer were counted in the treated areas after it than the comparison areas would lead one to expect. "
                + "That is indicative evidence in favour of the initiative; it may not be concluded that the initiative was the cause.",
            "The weighted displacement difference of treated and comparison areas is -600 (standard error 63.2), farther from 0 than chance alone usually puts it; below 0 would be fewer than expected.",
            "Had the treated areas changed as the comparison areas did, 600 more would have been counted there (net effect 600); this has no interval.",
            Caveat,
        ],
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(1_200, 600), Comparison = BeforeAfter.Of(1_100, 1_100) }));

    [Fact]
    public void Of_a_measure_that_is_better_in_neither_direction_it_speaks_neither_for_nor_against() => Assert.Contains(
        "Neither direction of this measure is better, so that speaks neither for nor against the initiative.",
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(1_200, 600), Comparison = BeforeAfter.Of(1_100, 1_100) }, Polarity.Neutral)[1],
        StringComparison.Ordinal);

    [Theory]
    [InlineData(Polarity.LowerIsBetter, "That is indicative evidence against the initiative; it may not be concluded that the initiative was the cause.")]
    [InlineData(Polarity.HigherIsBetter, "That is indicative evidence in favour of the initiative; it may not be concluded that the initiative was the cause.")]
    [InlineData(Polarity.Neutral, "Neither direction of this measure is better, so that speaks neither for nor against the initiative.")]
    public void Where_it_lies_below_1_more_were_counted(Polarity polarity, string bearing) => Assert.Equal(
        "The relative effect is 0.50 (95% interval 0.44 to 0.57); 1 would be no effect. The interval lies below 1: more were counted in the treated areas after it than the comparison areas would lead one to expect. " + bearing,
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(600, 1_200), Comparison = BeforeAfter.Of(1_100, 1_100) }, polarity)[1]);

    [Fact]
    public void A_count_of_0_is_named_as_what_forbids_a_ratio_and_small_counts_as_rough() => Assert.Equal(
        [
            "In the treated areas the count was 4 before and 0 after (down 100.0%); in the comparison areas the count was 0 before and 7 after (up 7).",
            "No relative effect is stated, because a count it would divide by is 0.",
            "The weighted displacement difference of treated and comparison areas is -11 (standard error 3.3), farther from 0 than chance alone usually puts it; below 0 would be fewer than expected.",
            "A count is below 10, so that intervals and standard errors are rough.",
            Caveat,
        ],
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(4, 0), Comparison = BeforeAfter.Of(0, 7) }));

    /// <summary>Nor is a word said of how small the other count is.</summary>
    [Theory]
    [InlineData(Reason.Confidential, "the counts are withheld", "are withheld")]
    [InlineData(Reason.NotAvailable, "the count was 3 before and is not known after", "are not known")]
    public void Missing_counts_are_named_as_missing(Reason reason, string treated, string words) => Assert.Equal(
        [
            $"In the treated areas {treated}; in the comparison areas the count was 20 before and 17 after (down 15.0%).",
            $"No relative effect is stated, because counts it needs {words}.",
            Caveat,
        ],
        Read(new EvaluationCounts { Treated = new BeforeAfter(Figure.Of(3), Figure.Missing(reason)), Comparison = BeforeAfter.Of(20, 17) }));

    [Theory]
    [InlineData(100, 200, "The weighted displacement quotient is -3.67, which is consistent with displacement that cancels the gain in the treated areas; it has no interval, and")]
    [InlineData(100, 40, "The weighted displacement quotient is 1.67, which points to a diffusion of benefit to the displacement areas, not to displacement; it has no interval, and")]
    [InlineData(100, 90, "The weighted displacement quotient is 0.00, which points neither to displacement nor to a diffusion of benefit; it has no interval, and")]
    [InlineData(10_000, 11_999, "The weighted displacement quotient is -99.97, which is consistent with displacement that cancels the gain in the treated areas; it has no interval, and")]
    public void The_quotient_is_put_in_words(double before, double after, string words) => Assert.Contains(
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(100, 60), Comparison = BeforeAfter.Of(100, 90), Displacement = BeforeAfter.Of(before, after) }),
        sentence => sentence.StartsWith(words, StringComparison.Ordinal));

    [Theory]
    [InlineData(10_000, 8_010, "1.12", "1.08", "1.17")]
    [InlineData(100_000, 88_650, "1.02", "1.002", "1.03")]
    [InlineData(10_000, 8_650, "1.04", "0.999", "1.08")]
    [InlineData(1_000_000, 896_800, "1.004", "0.9995", "1.01")]
    public void Rounding_never_makes_an_end_of_the_interval_read_as_no_effect(double before, double after, string value, string lower, string upper) => Assert.Contains(
        $"The relative effect is {value} (95% interval {lower} to {upper}); 1 would be no effect.",
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(before, after), Comparison = BeforeAfter.Of(before, before * 0.9) })[1],
        StringComparison.Ordinal);

    /// <summary>Treated areas much larger than those they are compared with, as published for all crimes of S12000021 and S12000039.</summary>
    [Fact]
    public void Ratio_and_difference_that_point_in_opposite_directions_are_said_to() => Assert.Contains(
        "Ratio and difference point in opposite directions, as they can where areas differ in size: it may not be concluded which way the treated areas went.",
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(10_000, 9_000), Comparison = BeforeAfter.Of(1_000, 780) }));

    [Fact]
    public void A_count_that_is_known_is_told_beside_one_that_is_not() => Assert.StartsWith(
        "In the treated areas the count is not known before and was 139 after; in the comparison areas the counts are not known.",
        Read(new EvaluationCounts { Treated = new BeforeAfter(Figure.Missing(Reason.NotAvailable), Figure.Of(139)), Comparison = new BeforeAfter(Figure.Missing(Reason.NotAvailable), Figure.Missing(Reason.NotAvailable)) })[0],
        StringComparison.Ordinal);

    [Fact]
    public void Ratio_and_difference_that_disagree_are_said_to() => Assert.Contains(
        "Ratio and difference disagree on whether chance alone may explain the result, as they can where areas differ in size: the evidence is mixed.",
        Read(new EvaluationCounts { Treated = BeforeAfter.Of(10_000, 9_000), Comparison = BeforeAfter.Of(100, 90) }));

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var counts = new EvaluationCounts { Treated = BeforeAfter.Of(1_200.5, 600), Comparison = BeforeAfter.Of(1_100, 1_100) };
        var usual = Read(counts);
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (commas.NumberFormat.NumberDecimalSeparator, commas.NumberFormat.NumberGroupSeparator) = (",", ".");
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = commas;

            Assert.Equal(usual, Read(counts));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    private static IReadOnlyList<string> Read(EvaluationCounts counts, Polarity polarity = Polarity.LowerIsBetter) => Evaluation.Of(counts, polarity).Conclusions;
}
