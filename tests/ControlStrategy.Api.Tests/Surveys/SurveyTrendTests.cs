using System.Text.Json;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Surveys;

public sealed class SurveyTrendTests(TidySurveyApp app) : IClassFixture<TidySurveyApp>
{
    [Fact]
    public async Task Sweeps_and_pooled_sweeps_are_series_of_their_own()
    {
        var series = await SeriesAsync("""question: "QRATPOL", areas: ["D", "G"]""", "area { letter } pooled points { wave { label } }");
        Assert.Equal(
            [
                """{"area":{"letter":"D"},"pooled":false,"points":[{"wave":{"label":"2012/13"}},{"wave":{"label":"2014/15"}},{"wave":{"label":"2016/17"}},{"wave":{"label":"2017/18"}}]}""",
                """{"area":{"letter":"D"},"pooled":true,"points":[{"wave":{"label":"2016-18"}}]}""",
                """{"area":{"letter":"G"},"pooled":false,"points":[{"wave":{"label":"2012/13"}},{"wave":{"label":"2014/15"}},{"wave":{"label":"2016/17"}},{"wave":{"label":"2017/18"}}]}""",
                """{"area":{"letter":"G"},"pooled":true,"points":[{"wave":{"label":"2016-18"}}]}""",
            ],
            series.Select(one => one.GetRawText()));
        Assert.Equal([true], (await SeriesAsync("""question: "QRATPOL", areas: ["D"], pooled: true""", "pooled")).Select(one => one.GetProperty("pooled").GetBoolean()));
        var some = await SeriesAsync("""question: "QRATPOL", areas: ["D"], pooled: false, from: "2014-15", to: "2016-17" """, "points { wave { label } }");
        Assert.Equal("""{"points":[{"wave":{"label":"2014/15"}},{"wave":{"label":"2016/17"}}]}""", Assert.Single(some).GetRawText());
    }

    [Fact]
    public async Task Points_are_compared_with_those_before_and_not_across_a_break()
    {
        var series = await SeriesAsync("""question: "QRATPOL", areas: ["D"], pooled: false""",
            "points { estimate { reason } sincePrevious { from { label } difference verdict reason } sinceFirst { from { label } reason } } pairs { from { label } to { label } reason }");
        Assert.Equal(
            [
                """{"estimate":{"reason":null},"sincePrevious":null,"sinceFirst":null}""",
                """{"estimate":{"reason":null},"sincePrevious":{"from":{"label":"2012/13"},"difference":-17.1412,"verdict":"WORSE","reason":null},"sinceFirst":{"from":{"label":"2012/13"},"reason":null}}""",
                """{"estimate":{"reason":null},"sincePrevious":{"from":{"label":"2014/15"},"difference":null,"verdict":null,"reason":"BREAK_IN_SERIES"},"sinceFirst":{"from":{"label":"2012/13"},"reason":"BREAK_IN_SERIES"}}""",
                """{"estimate":{"reason":"LOW_RELIABILITY"},"sincePrevious":{"from":{"label":"2016/17"},"difference":null,"verdict":null,"reason":"LOW_RELIABILITY"},"sinceFirst":{"from":{"label":"2012/13"},"reason":"BREAK_IN_SERIES"}}""",
            ],
            series[0].GetProperty("points").EnumerateArray().Select(point => point.GetRawText()));
        Assert.Equal(6, series[0].GetProperty("pairs").GetArrayLength());
        Assert.Equal("""{"from":{"label":"2016/17"},"to":{"label":"2017/18"},"reason":"LOW_RELIABILITY"}""", series[0].GetProperty("pairs")[5].GetRawText());
    }

    [Fact]
    public async Task The_shipped_national_series_has_no_bases_so_no_intervals()
    {
        var series = Assert.Single(await SeriesAsync("""question: "QS2AREA", from: "2021-22" """, "area { code } points { estimate { percentage halfWidth reason } sincePrevious { difference significant reason } againstNation { reason } }"));
        Assert.Equal(
            """{"area":{"code":"S92000003"},"points":[{"estimate":{"percentage":76,"halfWidth":null,"reason":"NOT_AVAILABLE"},"sincePrevious":null,"againstNation":{"reason":"NOT_APPLICABLE"}},{"estimate":{"percentage":71,"halfWidth":null,"reason":"NOT_AVAILABLE"},"sincePrevious":{"difference":-5,"significant":null,"reason":"NOT_AVAILABLE"},"againstNation":{"reason":"NOT_APPLICABLE"}}]}""",
            series.GetRawText());
    }

    [Fact]
    public async Task It_says_what_it_rests_on_also_as_at_a_moment()
    {
        const string query = """query ($asAt: DateTime) { surveyTrend(survey: "SCJS", question: "QRATPOL", areas: ["D"], to: "2014-15", asAt: $asAt) { dataAsAt sources breaks { startsOn } method } }""";
        var now = (await app.DataAsync(query)).GetProperty("surveyTrend");
        Assert.Equal(app.Corrected, now.GetProperty("dataAsAt").GetDateTimeOffset());
        Assert.Equal("""[{"startsOn":"2016-04-01"}]""", now.GetProperty("breaks").GetRawText());
        Assert.Contains("Scottish Government", now.GetProperty("method").GetString(), StringComparison.Ordinal);
        var then = (await app.DataAsync(query, new { asAt = app.First })).GetProperty("surveyTrend");
        Assert.Equal((app.First, "[]"), (then.GetProperty("dataAsAt").GetDateTimeOffset(), then.GetProperty("breaks").GetRawText()));
    }

    [Fact]
    public async Task A_self_selecting_survey_has_a_trend_without_tests()
    {
        var data = await app.DataAsync("""{ surveyTrend(survey: "PANEL", question: "SAFE", areas: ["S12000033"]) { series { points { estimate { percentage base reason } sincePrevious { difference reason } againstNation { reason } } } } }""");
        Assert.Equal(
            """{"estimate":{"percentage":71.5,"base":800,"reason":"NOT_A_PROBABILITY_SAMPLE"},"sincePrevious":{"difference":null,"reason":"NOT_A_PROBABILITY_SAMPLE"},"againstNation":{"reason":"NOT_A_PROBABILITY_SAMPLE"}}""",
            data.GetProperty("surveyTrend").GetProperty("series")[0].GetProperty("points")[1].GetRawText());
    }

    [Theory]
    [InlineData("areas: [\"D\"]")]
    [InlineData("level: POLICE_DIVISION")]
    public async Task It_takes_four_statements_however_many_areas(string areas)
    {
        using var reads = new ReadStatements();
        var query = $"{{ surveyTrend(survey: \"SCJS\", question: \"QRATPOL\", {areas}) {{ series {{ pooled points {{ estimate {{ percentage }} againstNation {{ reason }} }} pairs {{ reason }} }} }} }}";
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
        Assert.False(answer.RootElement.TryGetProperty("errors", out _));
        Assert.Equal(4, reads.Count);
    }

    private async Task<List<JsonElement>> SeriesAsync(string arguments, string selection) =>
        [.. (await app.DataAsync($"{{ surveyTrend(survey: \"SCJS\", {arguments}) {{ series {{ {selection} }} }} }}")).GetProperty("surveyTrend").GetProperty("series").EnumerateArray()];
}
