using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class ShownEstimateTests
{
    [Fact]
    public void An_estimate_has_its_interval_and_a_rounded_base()
    {
        var shown = Asked.Question().Point(Asked.W2012, 67.1412m, 948).Estimate;
        Assert.Equal((67.1412, 950, 1.3, null), (shown.Percentage, shown.Base, shown.DesignFactor, shown.Reason));
        Assert.Equal([3.8870, 63.2542, 71.0282], new[] { shown.HalfWidth, shown.Lower, shown.Upper }.Select(number => Math.Round(number!.Value, 4)));
    }

    [Theory]
    [InlineData(944, 940)]
    [InlineData(945, 950)]
    [InlineData(955, 960)]
    [InlineData(1_471, 1_470)]
    public void A_base_is_shown_to_the_nearest_10_and_half_goes_up(int unweightedBase, int shown) =>
        Assert.Equal(shown, Asked.Question().Point(Asked.W2012, 50, unweightedBase).Estimate.Base);

    [Fact]
    public void A_small_percentage_may_have_an_interval_below_0_as_it_is_published() =>
        Assert.True(Asked.Question().Point(Asked.W2012, 0.5m, 60).Estimate.Lower < 0);

    [Theory]
    [InlineData(50, Reason.LowReliability)]
    [InlineData(51, null)]
    public void A_base_of_50_or_fewer_is_not_shown(int unweightedBase, Reason? reason)
    {
        var shown = Asked.Question().Point(Asked.W2012, 61, unweightedBase).Estimate;
        Assert.Equal(reason, shown.Reason);
        Assert.Equal(reason is null, shown.Percentage is not null);
    }

    [Fact]
    public void What_is_withheld_or_was_not_asked_says_so()
    {
        var question = Asked.Question();
        Assert.Equal(Reason.LowReliability, question.Show(Asked.W2012, new RecordedEstimate(null, 48, true)).Reason);
        Assert.Equal(Reason.NotAvailable, question.Show(Asked.W2012, new RecordedEstimate(null, 0, false)).Reason);
        Assert.Equal(Reason.NotAvailable, question.Show(Asked.W2012, null).Reason);
    }

    [Fact]
    public void Without_base_or_design_factor_there_is_no_interval()
    {
        var question = Asked.Question();
        var bare = question.Point(Asked.W2012, 61, null).Estimate;
        Assert.Equal((61d, null, null, Reason.NotAvailable), (bare.Percentage, bare.HalfWidth, bare.Base, bare.Reason));
        var factorless = question.Point(Asked.Wave("2009/10", 2009, 2010, null), 61, 900).Estimate;
        Assert.Equal((61d, null, 900, Reason.NotAvailable), (factorless.Percentage, factorless.HalfWidth, factorless.Base, factorless.Reason));
    }

    [Fact]
    public void A_self_selecting_survey_has_percentage_and_number_of_responses_only()
    {
        var shown = Asked.Question(Polarity.HigherIsBetter, SurveyDesign.SelfSelecting).Point(Asked.W2012, 61, 948).Estimate;
        Assert.Equal((61d, 950, null, null, Reason.NotAProbabilitySample), (shown.Percentage, shown.Base, shown.HalfWidth, shown.Lower, shown.Reason));
    }

    [Fact]
    public void Pooled_sweeps_have_the_published_factor_or_else_the_mean_of_theirs()
    {
        var question = Asked.Question();
        Assert.Equal(1.28, question.Point(Asked.Pooled(null), 60, 900).Estimate.DesignFactor);
        Assert.Equal(1.25, question.Point(Asked.Pooled(1.25m), 60, 900).Estimate.DesignFactor);
        Assert.Equal(1.27, question.Point(Asked.Pooled(null, 2014, 2017), 60, 900).Estimate.DesignFactor);
        Assert.Equal(Reason.NotAvailable, question.Point(Asked.Pooled(null, 2018, 2020), 60, 900).Estimate.Reason);
        Assert.Null(Asked.Pooled(null).FactorAmong([Asked.W2016, Asked.Wave("2017/18", 2017, 2018, null)]));
    }
}
