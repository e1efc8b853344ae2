using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class EstimateComparisonTests
{
    [Theory]
    [InlineData(67.1412, 948, 61.3325, 693, -5.8087, 5.8344)]
    [InlineData(58.152, 1_471, 56.9741, 1_436, -1.1779, 4.4927)]
    public void Differences_within_the_threshold_are_not_significant(double from, int fromBase, double to, int toBase, double difference, double threshold)
    {
        var question = Asked.Question();
        var compared = question.Compare(question.Point(Asked.W2012, (decimal)from, fromBase), question.Point(Asked.W2014, (decimal)to, toBase));
        Assert.Equal(difference, compared.Difference);
        Assert.Equal(threshold, compared.Threshold!.Value, 4);
        Assert.Equal((false, EstimateVerdict.NoSignificantDifference, null), (compared.Significant, compared.Verdict, compared.Reason));
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, 40, 60, EstimateVerdict.Better)]
    [InlineData(Polarity.HigherIsBetter, 60, 40, EstimateVerdict.Worse)]
    [InlineData(Polarity.LowerIsBetter, 40, 60, EstimateVerdict.Worse)]
    [InlineData(Polarity.LowerIsBetter, 60, 40, EstimateVerdict.Better)]
    [InlineData(Polarity.Neutral, 40, 60, EstimateVerdict.Higher)]
    [InlineData(Polarity.Neutral, 60, 40, EstimateVerdict.Lower)]
    public void The_verdict_follows_the_polarity(Polarity polarity, int from, int to, EstimateVerdict verdict)
    {
        var question = Asked.Question(polarity);
        Assert.Equal(verdict, question.Compare(question.Point(Asked.W2012, from, 900), question.Point(Asked.W2014, to, 900)).Verdict);
    }

    [Fact]
    public void A_difference_of_exactly_the_threshold_is_not_significant()
    {
        var question = Asked.Question();
        var compared = question.Compare(question.Point(Asked.W2012, 100, 900), question.Point(Asked.W2014, 100, 900));
        Assert.Equal((0d, 0d, false), (compared.Difference, compared.Threshold, compared.Significant));
        Assert.True(question.Compare(question.Point(Asked.W2012, 0, 900), question.Point(Asked.W2014, 100, 900)).Significant);
    }

    [Theory]
    [InlineData(2012, 4, false)]
    [InlineData(2012, 5, true)]
    [InlineData(2014, 4, true)]
    [InlineData(2014, 5, false)]
    public void Nothing_is_compared_across_a_break(int year, int month, bool isAcross)
    {
        var question = Asked.Question(breaks: Asked.Break(year, month));
        var (earlier, later) = (question.Point(Asked.W2012, 40, 900), question.Point(Asked.W2014, 60, 900));
        foreach (var compared in new[] { question.Compare(earlier, later), question.Compare(later, earlier) })
        {
            Assert.Equal(isAcross ? Reason.BreakInSeries : null, compared.Reason);
            Assert.Equal(isAcross, compared.Difference is null && compared.Threshold is null && compared.Significant is null && compared.Verdict is null);
        }
    }

    [Fact]
    public void A_pooled_wave_with_a_break_inside_is_comparable_with_no_other_wave_but_still_with_other_areas()
    {
        var question = Asked.Question(breaks: Asked.Break(2017));
        var pooled = question.Point(Asked.Pooled(1.28m), 60, 900);
        Assert.Equal(Reason.BreakInSeries, question.Compare(question.Point(Asked.W2014, 50, 900), pooled).Reason);
        Assert.Equal(Reason.BreakInSeries, question.Compare(pooled, question.Point(Asked.Wave("2018/19", 2018, 2019, 1.17m), 50, 900)).Reason);
        Assert.True(question.Compare(question.Point(Asked.Pooled(1.28m), 40, 900, Asked.Glasgow), pooled).Significant);
    }

    [Fact]
    public void A_pooled_wave_is_not_compared_with_what_it_pools()
    {
        var question = Asked.Question();
        var pooled = question.Point(Asked.Pooled(1.28m), 60, 900);
        Assert.Equal(Reason.NotApplicable, question.Compare(question.Point(Asked.W2016, 40, 900), pooled).Reason);
        Assert.Equal(Reason.NotApplicable, question.Compare(pooled, question.Point(Asked.W2017, 40, 900)).Reason);
        Assert.Equal(Reason.NotApplicable, question.Compare(pooled, question.Point(Asked.Pooled(1.2m, 2017, 2019), 40, 900)).Reason);
        Assert.True(question.Compare(question.Point(Asked.W2014, 40, 900), pooled).Significant);
        Assert.True(question.Compare(question.Point(Asked.Pooled(1.2m, 2012, 2014), 40, 900), pooled).Significant);
    }

    [Fact]
    public void An_estimate_is_not_compared_with_itself_but_with_another_area_in_the_same_wave()
    {
        var question = Asked.Question();
        var tayside = question.Point(Asked.W2012, 67.1412m, 948);
        Assert.Equal(Reason.NotApplicable, question.Compare(tayside, tayside).Reason);
        Assert.Equal(EstimateVerdict.Better, question.Compare(question.Point(Asked.W2012, 58.152m, 1_471, Asked.Glasgow), tayside).Verdict);
    }

    [Fact]
    public void Self_selecting_surveys_are_never_tested()
    {
        var question = Asked.Question(Polarity.HigherIsBetter, SurveyDesign.SelfSelecting);
        var compared = question.Compare(question.Point(Asked.W2012, 40, 900), question.Point(Asked.W2014, 60, 900));
        Assert.Equal(new EstimateComparison(null, null, null, null, Reason.NotAProbabilitySample), compared);
    }

    [Theory]
    [InlineData(60.0, null, 20.0, Reason.NotAvailable)]
    [InlineData(null, 40, null, Reason.LowReliability)]
    [InlineData(null, 0, null, Reason.NotAvailable)]
    public void What_an_estimate_lacks_is_the_reason_either_way_round(double? percentage, int? unweightedBase, double? difference, Reason reason)
    {
        var question = Asked.Question();
        var whole = question.Point(Asked.W2012, 40, 900);
        var lacking = question.Point(Asked.W2014, (decimal?)percentage, unweightedBase);
        Assert.Equal(new EstimateComparison(difference, null, null, null, reason), question.Compare(whole, lacking));
        Assert.Equal(new EstimateComparison(-difference, null, null, null, reason), question.Compare(lacking, whole));
    }
}
