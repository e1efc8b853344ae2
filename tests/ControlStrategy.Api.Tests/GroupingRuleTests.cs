using ControlStrategy.Data;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>What looks alike and does not add up: years of two kinds, rates of two periods, sweeps beside the pool they are in.</summary>
public sealed class GroupingRuleTests(GroupingRuleTests.MixedApp app) : IClassFixture<GroupingRuleTests.MixedApp>
{
    private const string Years = "measure: { code: { eq: \"all-crimes\" } }, grain: { eq: YEAR }";
    private const string CalendarYear = "periodStart: { eq: \"1950-01-01\" }";
    private const string FinancialYear = "periodStart: { eq: \"1950-04-01\" }";
    private const string Rates = "measure: { code: { eq: \"casualties\" } }";
    private const string Answers = "question: { code: { eq: \"STOPPED\" } }";

    [Theory]
    [InlineData($"(by: [MEASURE], where: {{ {Years} }})")]
    [InlineData($"(by: [AREA], where: {{ {Years} }})")]
    [InlineData($"(by: [FINANCIAL_YEAR], totals: GRAND, where: {{ {Years} }})")]
    public async Task Calendar_and_financial_years_share_months_and_are_not_added_up(string arguments) =>
        await IsMixedAsync($"observationsGrouped{arguments}", "sum { value }", "kind of year");

    [Theory]
    [InlineData($"(by: [MEASURE], where: {{ {Years}, {CalendarYear} }})", "300")]
    [InlineData($"(by: [MEASURE], where: {{ {Years}, {FinancialYear} }})", "30")]
    [InlineData($"(by: [FINANCIAL_YEAR], where: {{ {Years} }})", "30;300")]
    public async Task Years_of_each_kind_are_added_up_apart(string arguments, string sums) =>
        Assert.Equal(sums.Split(';'), await NumbersAsync($"observationsGrouped{arguments}", "sum { value }", "value"));

    [Fact]
    public async Task A_filter_of_the_sum_itself_keeps_years_apart_too() => Assert.Equal(
        ["30"],
        await NumbersAsync($"observationsGrouped(by: [MEASURE], where: {{ {Years} }})", $"sum(where: {{ {FinancialYear} }}) {{ value }}", "value"));

    [Theory]
    [InlineData("sum { numerator }")]
    [InlineData("sum { denominator }")]
    [InlineData("rate(numerator: NUMERATOR, denominator: DENOMINATOR, per: 10000)")]
    public async Task People_of_two_periods_are_not_added_up_for_a_rate(string number) =>
        await IsMixedAsync($"observationsGrouped(by: [MEASURE], where: {{ {Rates} }})", number, "period of a rate");

    [Fact]
    public async Task Rates_of_one_period_are_those_of_the_areas_together()
    {
        // 6 of 20,000 and 3 of 40,000 people; a year later 4 of 20,000.
        Assert.Equal(["1.5", "2"], await NumbersAsync(
            $"observationsGrouped(by: [FINANCIAL_YEAR], where: {{ {Rates} }})", "rate(numerator: NUMERATOR, denominator: DENOMINATOR, per: 10000)", null));
        Assert.Equal(["60000"], await NumbersAsync(
            $"observationsGrouped(by: [MEASURE], where: {{ {Rates}, periodStart: {{ eq: \"1950-04-01\" }} }})", "sum { denominator }", "denominator"));
    }

    [Theory]
    [InlineData($"(by: [QUESTION], where: {{ {Answers} }})")]
    [InlineData($"(by: [SURVEY], where: {{ {Answers} }})")]
    [InlineData($"(by: [WAVE], totals: GRAND, where: {{ {Answers} }})")]
    public async Task A_pool_of_sweeps_is_not_added_to_the_sweeps_that_are_in_it(string arguments) =>
        await IsMixedAsync($"surveyEstimatesGrouped{arguments}", "sum { unweightedBase }", "wave of pooled sweeps");

    [Theory]
    [InlineData($"(by: [QUESTION], where: {{ {Answers}, wave: {{ pooled: {{ eq: false }} }} }})", "1300")]
    [InlineData($"(by: [QUESTION], where: {{ {Answers}, wave: {{ pooled: {{ eq: true }} }} }})", "1300")]
    [InlineData($"(by: [WAVE], where: {{ {Answers} }})", "1300;600;700")]
    public async Task Sweeps_and_their_pool_are_added_up_apart(string arguments, string sums) =>
        Assert.Equal(sums.Split(';').Order(StringComparer.Ordinal), (await NumbersAsync($"surveyEstimatesGrouped{arguments}", "sum { unweightedBase }", "unweightedBase")).Order(StringComparer.Ordinal));

    private async Task IsMixedAsync(string field, string number, string what)
    {
        var error = (await app.AskAsync($"{{ {field} {{ nodes {{ {number} }} }} }}")).GetProperty("errors")[0];
        Assert.Equal("MIXED_VALUES", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(what, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The number of each group, smallest first.</summary>
    private async Task<IEnumerable<string>> NumbersAsync(string field, string number, string? member)
    {
        var nodes = (await app.DataAsync($"{{ {field} {{ nodes {{ {number} }} }} }}")).EnumerateObject().Single().Value.GetProperty("nodes").EnumerateArray();
        return nodes.Select(node => node.EnumerateObject().Single().Value)
            .Select(value => member is null ? value : value.GetProperty(member)).OrderBy(value => value.GetDecimal()).Select(value => value.GetRawText());
    }

    /// <summary>An application with figures that must not be mixed.</summary>
    public sealed class MixedApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["Content:Demonstration"] = "false";

        protected override async Task FillAsync()
        {
            await AddRateAsync();
            await ImportAsync(ImportKind.RecordedCrime, """
                FeatureCode,DateCode,Measurement,Crime,Value
                S12000033,1950,Count,all-crimes,100
                S12000036,1950,Count,all-crimes,200
                """);
            await ImportAsync(ImportKind.Observations, """
                measure,area,period,value,numerator,denominator
                all-crimes,S12000033,1950/51,10,,
                all-crimes,S12000036,1950/51,20,,
                casualties,S12000033,1950/51,3,6,20000
                casualties,S12000036,1950/51,0.75,3,40000
                casualties,S12000033,1951/52,2,4,20000
                """);
            await ImportAsync(ImportKind.Survey, """
                survey,question,wave,area,percentage,base,wording,favourable_responses,polarity,survey_name,provider,design
                MIX,STOPPED,2016/17,D,40,200,Were you stopped?,No,HIGHER_IS_BETTER,Mixed,Nobody,PROBABILITY
                MIX,STOPPED,2016/17,E,50,400,Were you stopped?,No,HIGHER_IS_BETTER,Mixed,Nobody,PROBABILITY
                MIX,STOPPED,2017/18,D,60,700,Were you stopped?,No,HIGHER_IS_BETTER,Mixed,Nobody,PROBABILITY
                MIX,STOPPED,2016-18,D,52,1300,Were you stopped?,No,HIGHER_IS_BETTER,Mixed,Nobody,PROBABILITY
                """);
        }

        private async Task AddRateAsync()
        {
            await using var context = Services.GetRequiredService<WritingContexts>().CreateDbContext();
            var outcome = await context.Outcomes.FirstAsync();
            context.Add(new Measure
            {
                Code = "casualties",
                Name = "Casualties",
                Definition = "People hurt on roads.",
                Outcome = outcome,
                Group = MeasureGroup.DeliveryAndImpact,
                Kind = MeasureKind.Rate,
                Unit = "per 10,000 people",
                Decimals = 1,
                Polarity = Polarity.LowerIsBetter,
                Grain = Grain.Year,
                NumeratorLabel = "casualties",
                DenominatorLabel = "people",
                Source = "Nobody",
                DisclosureThreshold = 0,
            });
            await context.SaveChangesAsync();
        }
    }
}
