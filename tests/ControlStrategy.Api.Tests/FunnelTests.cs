using System.Text.Json;
using ControlStrategy.Api.Tests.Surveys;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class FunnelTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Counts = "funnel(measure: \"demo-road-crime\", period: \"2025/26\", level: COUNCIL_AREA)";

    [Fact]
    public async Task Without_populations_counts_cannot_be_compared()
    {
        var funnel = await AskAsync(Counts, "overall { value areaCount reason } rows { observed value reason limitsReason word }");
        Assert.Equal("""{"value":null,"areaCount":0,"reason":"TOO_FEW_POINTS"}""", funnel.GetProperty("overall").GetRawText());
        Assert.All(Rows(funnel), row =>
        {
            Assert.True(row.GetProperty("observed").GetDouble() > 0);
            Assert.Equal("NOT_AVAILABLE", row.GetProperty("reason").GetString());
            Assert.Equal("NOT_AVAILABLE", row.GetProperty("limitsReason").GetString());
            Assert.Equal(JsonValueKind.Null, row.GetProperty("word").ValueKind);
        });
    }

    [Fact]
    public async Task Percentages_have_binomial_limits_around_what_all_areas_have_together()
    {
        var funnel = await AskAsync(
            "funnel(measure: \"demo-detection-rate\", period: \"2025/26\", level: POLICE_DIVISION)",
            "overall { distribution per value observed exposure } rows { area { level } observed exposure value lower998 lower95 upper95 upper998 word }");
        var (overall, rows) = (funnel.GetProperty("overall"), Rows(funnel));
        Assert.Equal("BINOMIAL", overall.GetProperty("distribution").GetString());
        Assert.Equal(100, overall.GetProperty("per").GetInt32());
        Assert.Equal(13, rows.Count);
        Assert.Equal(rows.Sum(row => Number(row, "observed")) / rows.Sum(row => Number(row, "exposure")) * 100, Number(overall, "value"), 9);
        Assert.All(rows, row =>
        {
            Assert.Equal("POLICE_DIVISION", row.GetProperty("area").GetProperty("level").GetString());
            double[] limits = [Number(row, "lower998"), Number(row, "lower95"), Number(overall, "value"), Number(row, "upper95"), Number(row, "upper998")];
            Assert.Equal(limits.Order(), limits);
            var isWithin = Number(row, "value") >= limits[1] && Number(row, "value") <= limits[3];
            Assert.Equal(isWithin, row.GetProperty("word").GetString() == "AS_EXPECTED");
        });
    }

    [Fact]
    public async Task It_says_where_its_figures_come_from_and_how_limits_are_made()
    {
        var funnel = await AskAsync(Counts, "sources provisional period periodStart periodEnd measure { code demonstration } method");
        Assert.Equal("[\"Demonstration data, not statistics\"]", funnel.GetProperty("sources").GetRawText());
        Assert.True(funnel.GetProperty("measure").GetProperty("demonstration").GetBoolean());
        Assert.Equal("2026-03-31", funnel.GetProperty("periodEnd").GetString());
        Assert.Contains("Spiegelhalter", funnel.GetProperty("method").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_within_another_are_those_below_it()
    {
        var funnel = await AskAsync("funnel(measure: \"demo-detection-rate\", period: \"2025/26\", level: COUNCIL_AREA, within: \"A\")", "overall { reason } rows { area { code } word limitsReason }");
        Assert.Equal(["S12000020", "S12000033", "S12000034"], Rows(funnel).Select(row => row.GetProperty("area").GetProperty("code").GetString()));
        Assert.Equal("TOO_FEW_POINTS", funnel.GetProperty("overall").GetProperty("reason").GetString());
        Assert.All(Rows(funnel), row => Assert.Equal("TOO_FEW_POINTS", row.GetProperty("limitsReason").GetString()));
    }

    [Theory]
    [InlineData("demo-road-crime")]
    [InlineData("demo-detection-rate")]
    public async Task It_takes_as_many_statements_however_many_areas(string measure)
    {
        var counts = new List<int>();
        foreach (var level in new[] { "COMMAND_AREA", "COUNCIL_AREA" })
        {
            using var reads = new ReadStatements();
            var query = $$"""{ funnel(measure: "{{measure}}", period: "2025/26", level: {{level}}) { overall { value } sources rows { area { name } value } } }""";
            using var answer = await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
            Assert.False(answer.RootElement.TryGetProperty("errors", out _));
            counts.Add(reads.Count);
        }
        Assert.Equal(counts[0], counts[1]);
        Assert.InRange(counts[1], 1, 5);
    }

    [Theory]
    [InlineData("measure: \"no-such\", period: \"2021/22\", level: COUNCIL_AREA", "UNKNOWN_MEASURE", "no-such")]
    [InlineData("measure: \"demo-road-crime\", period: \"2021\", level: COUNCIL_AREA", "INVALID_PERIOD", "2021")]
    [InlineData("measure: \"demo-road-crime\", period: \"2021/22\", level: COUNCIL_AREA, within: \"S99\"", "UNKNOWN_AREA", "S99")]
    public async Task What_cannot_be_compared_is_named(string arguments, string code, string named)
    {
        var error = (await app.AskAsync($"{{ funnel({arguments}) {{ period }} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> AskAsync(string field, string selected) => (await app.DataAsync($"{{ {field} {{ {selected} }} }}")).GetProperty("funnel");

    private static List<JsonElement> Rows(JsonElement funnel) => [.. funnel.GetProperty("rows").EnumerateArray()];

    private static double Number(JsonElement of, string member) => of.GetProperty(member).GetDouble();
}
