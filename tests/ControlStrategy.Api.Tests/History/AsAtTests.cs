using System.Text.Json;
using ControlStrategy.Domain.Imports;
using ControlStrategy.GraphQL;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>Lists as at a moment: on three days a year's crimes were 100, then 110, then 120 with a second area.</summary>
public sealed class AsAtTests(AsAtTests.CorrectedApp app) : IClassFixture<AsAtTests.CorrectedApp>
{
    private const string Crimes = "where: { measure: { code: { eq: \"all-crimes\" } } }";

    [Theory]
    [InlineData("2026-11-30T23:59:59.999Z", "")]
    [InlineData("2026-12-01T00:00:00Z", "100")]
    [InlineData("2026-12-01T01:00:00+01:00", "100")]
    [InlineData("2026-12-01T23:59:59.999Z", "100")]
    [InlineData("2026-12-02T00:00:00Z", "110")]
    [InlineData("2026-12-03T00:00:00Z", "120,7")]
    [InlineData("2999-01-01T00:00:00Z", "120,7")]
    public async Task A_row_is_known_from_when_it_was_recorded_until_a_newer_one_was(string moment, string values) =>
        Assert.Equal(values, await ValuesAsync($"asAt: \"{moment}\", {Crimes}"));

    [Fact]
    public async Task Without_a_moment_lists_have_the_rows_that_stand_now()
    {
        Assert.Equal("120,7", await ValuesAsync(Crimes));
        Assert.Equal("120,7", await ValuesAsync("asAt: null, " + Crimes));
    }

    [Fact]
    public async Task What_newer_rows_took_the_place_of_says_when()
    {
        var row = (await app.DataAsync($"{{ observations(asAt: \"2026-12-02T12:00:00Z\", {Crimes}) {{ nodes {{ recordedAt supersededAt }} }} }}")).GetProperty("observations").GetProperty("nodes")[0];
        Assert.Equal("""{"recordedAt":"2026-12-02T00:00:00.000Z","supersededAt":"2026-12-03T00:00:00.000Z"}""", row.GetRawText());
    }

    [Fact]
    public async Task Filters_of_the_list_itself_are_met_by_the_rows_of_the_moment()
    {
        Assert.Equal("110", await ValuesAsync("asAt: \"2026-12-02T00:00:00Z\", where: { value: { eq: 110 } }"));
        Assert.Equal("", await ValuesAsync("asAt: \"2026-12-01T00:00:00Z\", where: { value: { eq: 110 } }"));
        Assert.Equal("100,3", await ValuesAsync("asAt: \"2026-12-01T00:00:00Z\", where: { supersededAt: { eq: \"2026-12-02T00:00:00Z\" } }"));
    }

    [Theory]
    [InlineData("some: { value: { eq: 120 } }", true)]
    [InlineData("some: { value: { in: [100, 110] } }", false)]
    [InlineData("none: { value: { in: [100, 110] } }", true)]
    [InlineData("all: { value: { in: [7, 120] } }", true)]
    [InlineData("all: { value: { eq: 120 } }", false)]
    [InlineData("any: true", true)]
    [InlineData("any: false", false)]
    [InlineData("count: { eq: 2 }", true)]
    [InlineData("count: { eq: 0, where: { value: { lt: 115, gt: 50 } } }", true)]
    [InlineData("max: { value: { eq: 120 } }", true)]
    public async Task Filters_by_other_lists_are_met_by_what_stands_now(string filter, bool isMet) => Assert.Equal(
        isMet ? "100" : "",
        await ValuesAsync($"asAt: \"2026-12-01T00:00:00Z\", where: {{ measure: {{ code: {{ eq: \"all-crimes\" }}, observations: {{ {filter} }} }} }}"));

    [Fact]
    public async Task An_order_by_another_list_is_by_what_stands_now()
    {
        // Once Edinburgh had no figure, and Aberdeen 3 that was withdrawn to 1: now the larger sum is Edinburgh's.
        var order = "order: [{ area: { observations: { max: { value: DESC }, where: { measure: { code: { eq: \"crimes-group-3-shoplifting\" } } } } } }]";
        Assert.Equal("2,3", await ValuesAsync($"asAt: \"2026-12-01T00:00:00Z\", where: {{ measure: {{ code: {{ eq: \"crimes-group-3-shoplifting\" }} }} }}, {order}"));
    }

    [Fact]
    public async Task Lists_inside_a_row_take_a_moment_of_their_own_and_rows_lead_to_what_is_now()
    {
        var data = await app.DataAsync("""
            { measure(code: "all-crimes") { then: observations(asAt: "2026-12-01T00:00:00Z") { totalCount nodes { value measure { observations { totalCount } } } } now: observations { totalCount } } }
            """);
        Assert.Equal("""{"then":{"totalCount":1,"nodes":[{"value":100,"measure":{"observations":{"totalCount":2}}}]},"now":{"totalCount":2}}""", data.GetProperty("measure").GetRawText());
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_moment_only()
    {
        const string list = "observations(first: 1, asAt: $at, after: $after, order: [{ value: DESC }]) { nodes { value } pageInfo { endCursor } }";
        const string query = $"query ($at: DateTime, $after: String) {{ {list} }}";
        var first = (await app.DataAsync(query, new { at = "2026-12-03T00:00:00Z", after = (string?)null })).GetProperty("observations");
        var after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal("[{\"value\":7}]", (await app.DataAsync(query, new { at = "2026-12-03T01:00:00+01:00", after })).GetProperty("observations").GetProperty("nodes").GetRawText());
        foreach (var other in new[] { "2026-12-03T00:00:00.001Z", null })
            Assert.Equal("INVALID_CURSOR", Code(await app.AskAsync(query, new { at = other, after })));
    }

    [Fact]
    public async Task All_moments_have_one_plan()
    {
        const string query = "query ($at: DateTime) { observations(asAt: $at) { totalCount nodes { value } } observationsGrouped(by: [MEASURE], asAt: $at) { nodes { sum { value } } } }";
        using var trace = new StatementTrace();
        foreach (var at in new[] { "2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z" })
            await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?> { ["at"] = at }, app.Services, CancellationToken.None);
        Assert.Equal(6, trace.Statements.Count);
        Assert.Equal(trace.Statements.Take(3), trace.Statements.Skip(3));
    }

    [Theory]
    [InlineData("\"2026-12-01T00:00:00.0001Z\"", "TOO_MANY_DECIMALS")]
    [InlineData("\"2026-12-01\"", "ARGUMENTS_OF_CORRECT_TYPE")]
    [InlineData("\"2026-12-01T00:00:00\"", "ARGUMENTS_OF_CORRECT_TYPE")]
    public async Task A_moment_is_stated_with_its_offset_and_to_the_millisecond(string moment, string code)
    {
        Assert.Equal(code, Code(await app.AskAsync($"{{ observations(asAt: {moment}) {{ totalCount }} }}")));
        Assert.Equal(code, Code(await app.AskAsync($"{{ observationsGrouped(by: [], asAt: {moment}) {{ totalCount }} }}")));
    }

    private static string? Code(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<string> ValuesAsync(string arguments)
    {
        var order = arguments.Contains("order:", StringComparison.Ordinal) ? "" : ", order: [{ value: DESC }]";
        var list = (await app.DataAsync($"{{ observations({arguments}{order}) {{ totalCount nodes {{ value }} }} }}")).GetProperty("observations");
        var values = list.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("value").GetRawText()).ToList();
        Assert.Equal(list.GetProperty("totalCount").GetInt32(), values.Count);
        return string.Join(',', values);
    }

    /// <summary>An application with corrected figures.</summary>
    public sealed class CorrectedApp : RunningApp
    {
        private readonly FakeTimeProvider _clock;

        public CorrectedApp()
        {
            _clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
            Clock = _clock;
        }

        protected override void Configure(IDictionary<string, string?> settings) => settings["Content:Demonstration"] = "false";

        protected override async Task FillAsync()
        {
            await FileAsync("all-crimes,S12000033,1950/51,100", "crimes-group-3-shoplifting,S12000033,1950/51,3", "crimes-group-3-shoplifting,S12000036,1950/51,2");
            await FileAsync("all-crimes,S12000033,1950/51,110", "crimes-group-3-shoplifting,S12000033,1950/51,1");
            await FileAsync("all-crimes,S12000033,1950/51,120", "all-crimes,S12000036,1950/51,7");
        }

        private async Task FileAsync(params string[] rows)
        {
            await ImportAsync(ImportKind.Observations, "measure,area,period,value\n" + string.Join('\n', rows));
            _clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
