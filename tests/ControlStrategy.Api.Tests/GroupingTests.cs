using System.Text.Json;
using ControlStrategy.GraphQL;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>Groups of published figures, and of the demonstration data where the published are not there.</summary>
public sealed class GroupingTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private const string AllCrimes = "measure: { code: { eq: \"all-crimes\" } }";

    [SkippableFact]
    public async Task Councils_add_up_to_the_published_years()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var nodes = await NodesAsync($"observationsGrouped(by: [FINANCIAL_YEAR], order: [{{ keys: {{ financialYear: DESC }} }}], first: 1, where: {{ {AllCrimes} }}) {{ nodes {{ keys {{ financialYear }} sum {{ value }} countDistinct {{ councilArea }} }} }}");
        Assert.Equal("""[{"keys":{"financialYear":"2021/22"},"sum":{"value":286464},"countDistinct":{"councilArea":32}}]""", nodes);
        var councils = await NodesAsync($"observationsGrouped(by: [COUNCIL_AREA, FINANCIAL_YEAR], order: [{{ keys: {{ councilArea: {{ name: ASC }} }} }}, {{ keys: {{ financialYear: DESC }} }}], where: {{ {AllCrimes}, area: {{ code: {{ in: [\"S12000033\", \"S12000036\"] }} }}, periodStart: {{ gte: \"2020-04-01\" }} }}) {{ nodes {{ keys {{ councilArea {{ name }} }} sum {{ value }} }} }}");
        Assert.Equal(
            """[{"keys":{"councilArea":{"name":"Aberdeen City"}},"sum":{"value":15781}},{"keys":{"councilArea":{"name":"Aberdeen City"}},"sum":{"value":14281}},{"keys":{"councilArea":{"name":"City of Edinburgh"}},"sum":{"value":32032}},{"keys":{"councilArea":{"name":"City of Edinburgh"}},"sum":{"value":32673}}]""",
            councils);
        var means = await NodesAsync($"observationsGrouped(by: [AREA], where: {{ {AllCrimes}, area: {{ code: {{ in: [\"S12000033\", \"S12000036\"] }} }}, periodStart: {{ gte: \"2016-04-01\", lt: \"2021-04-01\" }} }}, order: [{{ keys: {{ area: {{ name: ASC }} }} }}]) {{ nodes {{ mean {{ value }} }} }}");
        Assert.Equal("""[{"mean":{"value":15128.6}},{"mean":{"value":36694.2}}]""", means);
    }

    [SkippableFact]
    public async Task Areas_add_up_level_by_level_in_one_statement()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        const string query = "{ observationsGrouped(by: [NATION, COMMAND_AREA, POLICE_DIVISION, COUNCIL_AREA], totals: SUBTOTALS, first: 1000, where: { measure: { code: { eq: \"all-crimes\" } }, periodStart: { gte: \"2021-04-01\" } }) { totalCount nodes { level groupedBy keys { nation { code } policeDivision { letter } } sum { value } } } }";
        using var trace = new StatementTrace();
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
        var groups = answer.RootElement.GetProperty("data").GetProperty("observationsGrouped");
        Assert.Equal(32 + 13 + 3 + 1, groups.GetProperty("totalCount").GetInt32());
        var levels = groups.GetProperty("nodes").EnumerateArray().GroupBy(node => node.GetProperty("groupedBy").GetArrayLength());
        Assert.All(levels, level => Assert.Equal(286_464, level.Sum(node => node.GetProperty("sum").GetProperty("value").GetDecimal())));
        Assert.Single(trace.Statements);
    }

    [Theory]
    [InlineData("observationsGrouped(by: [FINANCIAL_YEAR], where: { measure: { demonstration: { eq: true } } })", "sum { value }", "MIXED_VALUES")]
    [InlineData("observationsGrouped(by: [MEASURE], where: { measure: { kind: { eq: PERCENTAGE } } })", "mean { value }", "NOT_ADDITIVE")]
    [InlineData("observationsGrouped(by: [MEASURE], where: { measure: { kind: { eq: PERCENTAGE } } })", "sum { numerator }", "")]
    [InlineData("surveyEstimatesGrouped(by: [SURVEY])", "sum { unweightedBase }", "")]
    [InlineData("surveyEstimatesGrouped(by: [SURVEY])", "min { percentage }", "MIXED_VALUES")]
    public async Task What_does_not_belong_together_is_not_added_up(string field, string selection, string code)
    {
        var answer = await app.AskAsync($"{{ {field} {{ nodes {{ {selection} }} }} }}");
        Assert.Equal(code, answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : "");
    }

    [Fact]
    public async Task A_percentage_is_summed_numerators_by_summed_denominators()
    {
        var data = await app.DataAsync("""
            { observationsGrouped(by: [MONTH], first: 2, where: { measure: { code: { eq: "demo-detection-rate" } } }) {
                nodes { keys { month } count sum { numerator denominator } percent(numerator: NUMERATOR, denominator: DENOMINATOR) rate(numerator: NUMERATOR, denominator: DENOMINATOR, per: 10000) } } }
            """);
        foreach (var node in data.GetProperty("observationsGrouped").GetProperty("nodes").EnumerateArray())
        {
            var (numerator, denominator) = (node.GetProperty("sum").GetProperty("numerator").GetDouble(), node.GetProperty("sum").GetProperty("denominator").GetDouble());
            Assert.Equal(32, node.GetProperty("count").GetInt32());
            Assert.Equal(numerator * 100 / denominator, node.GetProperty("percent").GetDouble());
            Assert.Equal(numerator * 10_000 / denominator, node.GetProperty("rate").GetDouble());
        }
    }

    /// <summary>Every dimension is fetched, on its own and as the subject of a count.</summary>
    [Theory]
    [InlineData("observationsGrouped", "ObservationDimension")]
    [InlineData("initiativesGrouped", "InitiativeDimension")]
    [InlineData("activitiesGrouped", "ActivityDimension")]
    [InlineData("surveyEstimatesGrouped", "SurveyEstimateDimension")]
    public async Task Every_dimension_groups_every_row(string field, string dimensions)
    {
        var names = (await app.DataAsync($"{{ __type(name: \"{dimensions}\") {{ enumValues {{ name }} }} }}")).GetProperty("__type").GetProperty("enumValues").EnumerateArray().Select(value => value.GetProperty("name").GetString()!);
        var total = (await app.DataAsync($"{{ {field.Replace("Grouped", "", StringComparison.Ordinal)} {{ totalCount }} }}")).EnumerateObject().Single().Value.GetProperty("totalCount").GetInt64();
        foreach (var name in names)
        {
            var member = JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select(word => word[0] + word[1..].ToLowerInvariant())));
            var groups = (await app.DataAsync($"{{ {field}(by: [{name}], totals: GRAND, first: 1000) {{ nodes {{ level count countDistinct {{ {member} }} }} }} }}")).GetProperty(field).GetProperty("nodes").EnumerateArray().ToList();
            var grand = groups.Single(group => group.GetProperty("level").GetString() == "GRAND_TOTAL");
            Assert.Equal(total, grand.GetProperty("count").GetInt64());
            Assert.Equal(total, groups.Where(group => group.GetProperty("level").GetString() == "GROUP").Sum(group => group.GetProperty("count").GetInt64()));
            // A missing key makes a group, but is no key.
            Assert.InRange(groups.Count - 1 - grand.GetProperty("countDistinct").GetProperty(member).GetInt32(), 0, 1);
        }
    }

    private async Task<string> NodesAsync(string field) => (await app.DataAsync($"{{ {field} }}")).EnumerateObject().Single().Value.GetProperty("nodes").GetRawText();
}
