using System.Text.Json;
using ControlStrategy.Api.Tests.Surveys;
using ControlStrategy.GraphQL;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>Which changes are listed, in which pages.</summary>
public sealed class ChangesFilterTests(ChangedApp app) : IClassFixture<ChangedApp>
{
    [Theory]
    [InlineData("measures: [\"all-crimes\"]", 4)]
    [InlineData("measures: [\"all-crimes\", \"demo-detection-rate\"]", 6)]
    [InlineData("measures: []", 0)]
    [InlineData("measures: [\"all-crimes\"], figures: [POPULATION, ESTIMATE]", 0)]
    [InlineData("figures: []", 0)]
    [InlineData("kinds: []", 0)]
    [InlineData("kinds: [NEW, REOPENED]", 2)]
    [InlineData("figures: [TARGET, ESTIMATE]", 3)]
    [InlineData("areas: [\"S12000036\"]", 4)]
    [InlineData("areas: [\"S12000049\"]", 0)]
    [InlineData("areas: []", 0)]
    [InlineData("level: POLICE_DIVISION", 2)]
    [InlineData("areas: [\"D\"], level: COUNCIL_AREA", 0)]
    [InlineData("areas: [\"A\"], level: COUNCIL_AREA", 6)]
    [InlineData("areas: [\"A\"]", 0)]
    [InlineData("from: \"1951-01-01\"", 1)]
    [InlineData("from: \"1950-04-01\", to: \"1950-06-30\"", 3)]
    [InlineData("from: \"1950-04-02\", to: \"1951-03-31\"", 3)]
    public async Task Filters_leave_other_changes_out_of_list_and_count(string arguments, int expected)
    {
        var changes = (await app.DataAsync($"{{ changesSince({ChangedApp.Since(1)}, {arguments}) {{ totalCount changes {{ period }} }} }}")).GetProperty("changesSince");
        Assert.Equal((expected, expected), (changes.GetProperty("totalCount").GetInt32(), changes.GetProperty("changes").GetArrayLength()));
    }

    [Fact]
    public async Task An_outcome_stands_for_its_measures_and_those_of_the_outcomes_below_it()
    {
        string[] violence = ["OBSERVATION REVISED all-group-1-non-sexual-crimes-of-violence S12000036 1950/51: 5 FINAL -> 6 FINAL"];
        Assert.Equal(violence, await app.LinesAsync($"{ChangedApp.Since(1)}, outcome: \"1a\""));
        var above = await app.LinesAsync($"{ChangedApp.Since(1)}, outcome: \"1\"");
        Assert.Equal((9, true), (above.Count, above.Contains(violence[0])));
        Assert.Equal(violence, await app.LinesAsync($"{ChangedApp.Since(1)}, outcome: \"1a\", measures: [\"all-crimes\", \"all-group-1-non-sexual-crimes-of-violence\"]"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(20)]
    public async Task Pages_walk_every_change_once(int first)
    {
        const string query = $"query ($first: Int!, $after: String, $asAt: DateTime!) {{ changesSince(asAt: $asAt, first: $first, after: $after) {{ totalCount hasNextPage endCursor changes {{ {ChangeLines.Selection} }} }} }}";
        var (lines, pages, after) = (new List<string>(), 0, (string?)null);
        bool hasNextPage;
        do
        {
            var page = (await app.DataAsync(query, new { first, after, asAt = ChangedApp.AfterDay(1) })).GetProperty("changesSince");
            Assert.Equal(12, page.GetProperty("totalCount").GetInt32());
            lines.AddRange(page.GetProperty("changes").EnumerateArray().Select(ChangeLines.Line));
            (hasNextPage, after, pages) = (page.GetProperty("hasNextPage").GetBoolean(), page.GetProperty("endCursor").GetString(), pages + 1);
        }
        while (hasNextPage);
        Assert.Equal((12 + first - 1) / first, pages);
        Assert.Equal(await app.LinesAsync(ChangedApp.Since(1)), lines);
    }

    [Fact]
    public async Task A_page_of_none_tells_whether_there_is_any() => Assert.Equal(
        """{"hasNextPage":true,"endCursor":null,"changes":[]}""",
        (await app.DataAsync($"{{ changesSince({ChangedApp.Since(1)}, first: 0) {{ hasNextPage endCursor changes {{ period }} }} }}")).GetProperty("changesSince").GetRawText());

    [Theory]
    [InlineData("first: -1", "PAGE_SIZE", "-1")]
    [InlineData("first: 21", "PAGE_SIZE", "20")]
    [InlineData("after: \"abc\"", "INVALID_CURSOR", "after")]
    [InlineData("measures: [\"all-crimes\", \"no-such\"]", "UNKNOWN_MEASURE", "no-such")]
    [InlineData("outcome: \"no-such\"", "UNKNOWN_OUTCOME", "no-such")]
    [InlineData("areas: [\"S99\"]", "UNKNOWN_AREA", "S99")]
    [InlineData("until: \"2026-12-01T00:00:59Z\"", "INVALID_RANGE", "2026-12-01T00:00:59")]
    [InlineData("from: \"2021-04-01\", to: \"2021-03-31\"", "INVALID_RANGE", "2021-03-31")]
    public Task What_cannot_be_answered_is_named(string arguments, string code, string named) => IsRefusedAsync($"{ChangedApp.Since(1)}, {arguments}", code, named);

    [Fact]
    public Task All_changes_at_once_are_refused_where_they_are_too_many() => IsRefusedAsync("asAt: \"2026-10-01T00:00:00Z\"", "TOO_MANY_ROWS", "Scorecard:MaximumRows");

    [Theory]
    [InlineData("figures: [OBSERVATION]")]
    [InlineData("areas: [\"S12000033\"]")]
    [InlineData("until: \"2026-12-10T00:00:00Z\"")]
    public async Task A_cursor_is_good_for_what_it_was_made_for_only(string other)
    {
        var cursor = (await app.DataAsync($"{{ changesSince({ChangedApp.Since(1)}, first: 2) {{ endCursor }} }}")).GetProperty("changesSince").GetProperty("endCursor").GetString();
        Assert.Equal(10, (await app.LinesAsync($"{ChangedApp.Since(1)}, after: \"{cursor}\"")).Count);
        await IsRefusedAsync($"{ChangedApp.Since(1)}, after: \"{cursor}\", {other}", "INVALID_CURSOR", "after");
    }

    [Fact]
    public async Task A_file_has_all_changes_or_is_refused()
    {
        const string query = "query ($asAt: DateTime!) { changesSince(asAt: $asAt) { changes { kind measure { code } period before { value } after { value } difference } } }";
        var lines = (await app.Client.FileAsync(FileRequest.Csv, query, new { asAt = ChangedApp.AfterDay(1) })).Split("\r\n");
        Assert.Equal(("kind,measure.code,period,before.value,after.value,difference", "REVISED,all-crimes,1950/51,100,120,20", 14), (lines[0], lines[1], lines.Length));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.FileAsync(FileRequest.Csv, query, new { asAt = "2026-10-01T00:00:00Z" }));
        Assert.Contains("TOO_MANY_ROWS", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData(", first: 2", 2)]
    [InlineData(", outcome: \"1\", areas: [\"S12000015\"], measures: []", 7)]
    public async Task Statements_are_as_few_however_many_changes_there_are(string arguments, int statements)
    {
        using var reads = new ReadStatements();
        var query = $"{{ changesSince({ChangedApp.Since(1)}{arguments}) {{ totalCount counts {{ kind }} hasNextPage endCursor changes {{ {ChangeLines.Selection} import {{ fileName }} }} }} }}";
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>().QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
        Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(statements, reads.Count);
    }

    private async Task IsRefusedAsync(string arguments, string code, string named)
    {
        var answer = await app.AskAsync($"{{ changesSince({arguments}) {{ endCursor }} }}");
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("changesSince").ValueKind);
    }
}
