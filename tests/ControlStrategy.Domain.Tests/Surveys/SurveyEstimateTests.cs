using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class SurveyEstimateTests
{
    private static readonly PerceptionSurvey Survey =
        new() { Code = "scjs", Name = "Survey", Provider = "A provider", Design = SurveyDesign.Probability };

    [Theory]
    [InlineData(50, false)]
    [InlineData(0, false)]
    [InlineData(51, true)]
    [InlineData(null, true)]
    public void A_base_of_50_or_fewer_carries_no_percentage(int? unweightedBase, bool accepted)
    {
        var estimate = Estimate(61.5m, unweightedBase);
        if (accepted)
            estimate.CheckRules();
        else
            Sample.Breaks("ESTIMATE_BASE", "Estimate of QRATPOL in S12000033, 2012/13", estimate.CheckRules);
    }

    [Theory]
    [InlineData("[u]", 50)]
    [InlineData("[x]", null)]
    public void A_percentage_withheld_has_a_reason(string shorthand, int? unweightedBase)
    {
        Estimate(null, unweightedBase, shorthand).CheckRules();
        Sample.Breaks("ESTIMATE_SHORTHAND", "QRATPOL", Estimate(null, unweightedBase).CheckRules);
    }

    [Fact]
    public void A_percentage_shown_has_no_reason_to_be_withheld() =>
        Sample.Breaks("ESTIMATE_SHORTHAND", "QRATPOL", Estimate(61.5m, 948, "[u]").CheckRules);

    [Theory]
    [InlineData("NA")]
    [InlineData("")]
    public void A_reason_is_one_of_the_agreed_ones(string shorthand) =>
        Sample.Breaks("ESTIMATE_SHORTHAND", "QRATPOL", Estimate(null, 40, shorthand).CheckRules);

    [Fact]
    public void A_base_is_not_negative() => Sample.Breaks("ESTIMATE_BASE", "-1", Estimate(null, -1, "[u]").CheckRules);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_percentage_of_responses_is_0_to_100(int percentage) =>
        Sample.Breaks("ESTIMATE_PERCENTAGE", $"not {percentage}", () => Estimate(percentage, 948));

    [Fact]
    public void Wave_and_question_belong_to_one_survey()
    {
        var other = new PerceptionSurvey { Code = "panel", Name = "Panel", Provider = "A council", Design = SurveyDesign.SelfSelecting };
        Sample.Breaks("ESTIMATE_SURVEY", "QRATPOL", Estimate(61.5m, 948, null, other).CheckRules);
    }

    private static SurveyEstimate Estimate(
        decimal? percentage, int? unweightedBase, string? shorthand = null, PerceptionSurvey? askedIn = null) => new()
        {
            Wave = new() { Survey = Survey, Label = "2012/13", FieldworkFirstDay = Sample.April, FieldworkLastDay = Sample.April },
            Question = new()
            {
                Survey = askedIn ?? Survey,
                Code = "QRATPOL",
                Wording = "How good a job do the local police do?",
                FavourableResponses = "Excellent or good",
                Polarity = Polarity.HigherIsBetter,
            },
            Area = Sample.Council,
            Percentage = percentage,
            UnweightedBase = unweightedBase,
            Shorthand = shorthand,
            Source = "Main findings",
            RecordedAt = Sample.Noon,
        };
}
