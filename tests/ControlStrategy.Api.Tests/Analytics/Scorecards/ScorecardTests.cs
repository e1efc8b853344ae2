using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Scorecards;

public sealed class ScorecardTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Months_add_up_to_quarters_years_and_areas()
    {
        const string query = """
            query ($period: String!, $areas: [String!]) { scorecard(period: $period, areas: $areas, measures: ["demo-violence-and-disorder"]) {
                period periodStart periodEnd rows { area { code } current { value reason } } } }
            """;
        var councils = (await app.DataAsync("{ areas(first: 50, where: { level: { eq: COUNCIL_AREA } }) { nodes { code } } }"))
            .GetProperty("areas").GetProperty("nodes").EnumerateArray().Select(area => area.GetProperty("code").GetString()).ToArray();
        Assert.Equal(32, councils.Length);
        var parts = await ValuesAsync(query, "2021/22", councils);
        var nation = await ValuesAsync(query, "2021/22", ["S92000003"]);
        Assert.Equal(parts.Sum(), nation.Single());
        var quarters = new List<double>();
        foreach (var quarter in new[] { "2021/22 Q1", "2021/22 Q2", "2021/22 Q3", "2021/22 Q4" })
            quarters.Add((await ValuesAsync(query, quarter, ["S92000003"])).Single());
        Assert.Equal(nation.Single(), quarters.Sum());
        Assert.Equal(quarters[0] + quarters[1], (await ValuesAsync(query, "2021/22 YTD Sep", ["S92000003"])).Single());
    }

    [Fact]
    public async Task It_equals_the_sum_of_the_observations_it_stands_for()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2021/22", areas: ["S12000033"], measures: ["demo-road-crime"]) { rows { current { value } } }
              observations(first: 12, where: { measure: { code: { eq: "demo-road-crime" } }, area: { code: { eq: "S12000033" } }, periodStart: { gte: "2021-04-01" }, periodEnd: { lte: "2022-03-31" } }) { nodes { value } } }
            """);
        var months = data.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("value").GetDouble()).ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal(months.Sum(), Rows(data)[0].GetProperty("current").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task What_is_not_there_has_a_reason()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2021/22", areas: ["S12000033"], measures: ["all-crimes", "demo-detection-rate"]) { dataAsAt rows { current { value reason } change { number percent reason } rate { value population reason } } } }
            """);
        Assert.Equal("""{"value":null,"reason":"NOT_AVAILABLE"}""", Rows(data)[0].GetProperty("current").GetRawText());
        Assert.Equal("""{"value":null,"population":null,"reason":"NOT_AVAILABLE"}""", Rows(data)[0].GetProperty("rate").GetRawText());
        Assert.Equal(JsonValueKind.Null, Rows(data)[1].GetProperty("change").GetProperty("percent").ValueKind);
        Assert.Equal("NOT_APPLICABLE", Rows(data)[1].GetProperty("rate").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Without_areas_and_measures_it_is_all_measures_of_the_nation()
    {
        var data = await app.DataAsync("{ scorecard(period: \"2021/22\") { rows { area { code } measure { code } } } measures { totalCount } }");
        Assert.Equal(data.GetProperty("measures").GetProperty("totalCount").GetInt32(), Rows(data).Count);
        Assert.All(Rows(data), row => Assert.Equal("S92000003", row.GetProperty("area").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task It_says_where_its_figures_come_from_and_whether_they_may_change()
    {
        const string query = "query ($period: String!) { scorecard(period: $period, measures: [\"demo-road-crime\"]) { sources provisional } }";
        Assert.Equal("""{"sources":["Demonstration data, not statistics"],"provisional":false}""", (await app.DataAsync(query, new { period = "2021/22" })).GetProperty("scorecard").GetRawText());
        Assert.Equal("""{"sources":["Demonstration data, not statistics"],"provisional":true}""", (await app.DataAsync(query, new { period = "2026-09" })).GetProperty("scorecard").GetRawText());
    }

    [Fact]
    public async Task A_former_code_still_finds_its_area()
    {
        var data = await app.DataAsync("{ scorecard(period: \"2021/22\", areas: [\"S12000015\"], measures: [\"demo-road-crime\"]) { rows { area { code name } } } }");
        Assert.Equal("""{"code":"S12000047","name":"Fife"}""", Rows(data)[0].GetProperty("area").GetRawText());
    }

    [Theory]
    [InlineData("period: \"2021/23\"", "INVALID_PERIOD", "2021/23")]
    [InlineData("period: \"2021/22\", areas: [\"S99\"]", "UNKNOWN_AREA", "S99")]
    [InlineData("period: \"2021/22\", measures: [\"no-such\"]", "UNKNOWN_MEASURE", "no-such")]
    public async Task What_is_not_known_is_named(string arguments, string code, string named)
    {
        var answer = await app.AskAsync($"{{ scorecard({arguments}) {{ period }} }}");
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<double>> ValuesAsync(string query, string period, string?[] areas) =>
        [.. Rows(await app.DataAsync(query, new { period, areas })).Select(row => row.GetProperty("current").GetProperty("value").GetDouble())];

    private static List<JsonElement> Rows(JsonElement data) => [.. data.GetProperty("scorecard").GetProperty("rows").EnumerateArray()];
}
