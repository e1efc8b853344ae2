using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>What is different from what was known at a moment.</summary>
public sealed class ChangesSinceTests(ChangedApp app) : IClassFixture<ChangedApp>
{
    private static readonly DateTimeOffset SecondDay = ChangedApp.First.AddDays(1);

    [Fact]
    public async Task Each_change_says_what_was_known_and_what_is_known() => Assert.Equal(
        [
            "OBSERVATION REVISED all-crimes S12000033 1950/51: 100 FINAL -> 120 FINAL",
            "OBSERVATION FINALISED all-crimes S12000036 1950/51: 50 PROVISIONAL -> 50 FINAL",
            "OBSERVATION NEW all-crimes S12000036 1951-02: nothing -> 4 PROVISIONAL",
            "OBSERVATION REVISED crimes-group-3-shoplifting S12000033 1950/51: 0 FINAL -> 4 FINAL",
            "OBSERVATION REOPENED crimes-group-3-shoplifting S12000036 1950/51: 8 FINAL -> 8 PROVISIONAL",
            "OBSERVATION REVISED demo-detection-rate S12000033 1950-04: 50 FINAL -> 60 FINAL",
            "OBSERVATION REVISED demo-detection-rate S12000033 1950-05: 50 FINAL -> 50 FINAL",
            "OBSERVATION REVISED all-group-1-non-sexual-crimes-of-violence S12000036 1950/51: 5 FINAL -> 6 FINAL",
            "TARGET REVISED all-crimes S12000033 1950/51: 90 -> 90",
            "POPULATION REVISED S12000033 mid-1950: 1000 -> 1100",
            "ESTIMATE REVISED QRATPOL S32000017 1950/51: 67.1412 -> 61.3325",
            "ESTIMATE REVISED QRATPOL S32000018 1950/51: 60 -> withheld",
        ],
        await app.LinesAsync(ChangedApp.Since(1)));

    [Theory]
    [InlineData("measures: [\"all-crimes\"], areas: [\"S12000033\"], figures: [OBSERVATION]", "difference percent reason periodStart periodEnd grain", """{"difference":20,"percent":20,"reason":null,"periodStart":"1950-04-01","periodEnd":"1951-03-31","grain":"YEAR"}""")]
    [InlineData("kinds: [NEW]", "difference percent reason before { value } import { kind new corrected }", """{"difference":null,"percent":null,"reason":"NOT_AVAILABLE","before":null,"import":{"kind":"OBSERVATIONS","new":1,"corrected":7}}""")]
    [InlineData("measures: [\"crimes-group-3-shoplifting\"], kinds: [REVISED]", "difference percent reason", """{"difference":4,"percent":null,"reason":"NOT_APPLICABLE"}""")]
    [InlineData("measures: [\"demo-detection-rate\"], to: \"1950-04-30\"", "difference percent reason before { numerator denominator } after { numerator denominator }", """{"difference":10,"percent":null,"reason":"NOT_APPLICABLE","before":{"numerator":1,"denominator":2},"after":{"numerator":3,"denominator":5}}""")]
    [InlineData("measures: [\"demo-detection-rate\"], from: \"1950-05-01\"", "difference before { value numerator denominator } after { value numerator denominator }", """{"difference":0,"before":{"value":50,"numerator":1,"denominator":2},"after":{"value":50,"numerator":2,"denominator":4}}""")]
    [InlineData("figures: [TARGET]", "difference periodStart periodEnd grain before { tolerance source } after { tolerance reason } import { kind }", """{"difference":0,"periodStart":"1950-04-01","periodEnd":"1951-03-31","grain":"YEAR","before":{"tolerance":5,"source":null},"after":{"tolerance":10,"reason":null},"import":{"kind":"TARGETS"}}""")]
    [InlineData("figures: [POPULATION]", "difference percent periodStart periodEnd grain before { aged16AndOver } after { aged16AndOver }", """{"difference":100,"percent":10,"periodStart":"1950-06-30","periodEnd":"1950-06-30","grain":null,"before":{"aged16AndOver":null},"after":{"aged16AndOver":900}}""")]
    [InlineData("figures: [ESTIMATE], areas: [\"D\"]", "difference percent reason measure { code } question { survey { code } }", """{"difference":-5.8087,"percent":null,"reason":"NOT_APPLICABLE","measure":null,"question":{"survey":{"code":"SCJS"}}}""")]
    [InlineData("figures: [ESTIMATE], areas: [\"G\"]", "difference percent reason before { unweightedBase reason } after { unweightedBase reason }", """{"difference":null,"percent":null,"reason":"LOW_RELIABILITY","before":{"unweightedBase":500,"reason":null},"after":{"unweightedBase":40,"reason":"LOW_RELIABILITY"}}""")]
    public async Task Each_kind_of_figure_tells_what_it_is_made_of_and_how_far_it_moved(string arguments, string selection, string expected) =>
        Assert.Equal(expected, Assert.Single(await app.ChangesAsync($"{ChangedApp.Since(1)}, {arguments}", selection)).GetRawText());

    [Fact]
    public async Task A_figure_corrected_back_is_no_change_and_was_one_meanwhile()
    {
        const string dundee = "areas: [\"S12000049\"], measures: [\"all-crimes\"]";
        Assert.Empty(await app.LinesAsync($"{ChangedApp.Since(1)}, {dundee}"));
        Assert.Equal(["OBSERVATION REVISED all-crimes S12000049 1950/51: 70 FINAL -> 71 FINAL"], await app.LinesAsync($"{ChangedApp.Since(1)}, until: \"{ChangedApp.AfterDay(2):O}\", {dundee}"));
        Assert.Equal(["OBSERVATION REVISED all-crimes S12000049 1950/51: 71 FINAL -> 70 FINAL"], await app.LinesAsync($"{ChangedApp.Since(2)}, {dundee}"));
    }

    [Fact]
    public async Task The_same_value_from_another_source_is_no_change()
    {
        const string shoplifting = "observations(where: { measure: { code: { eq: \"crimes-group-3-shoplifting\" } }, area: { code: { eq: \"S12000049\" } } }) { nodes { value source } }";
        Assert.Equal("""[{"value":9,"source":"Scottish Government, Recorded Crimes and Offences"}]""", (await app.DataAsync($"{{ {shoplifting} }}")).GetProperty("observations").GetProperty("nodes").GetRawText());
        Assert.Empty(await app.LinesAsync($"{ChangedApp.Since(1)}, areas: [\"S12000049\"]"));
    }

    [Fact]
    public async Task What_was_recorded_exactly_at_a_moment_was_known_at_it()
    {
        const string aberdeen = "areas: [\"S12000033\"], measures: [\"all-crimes\"], figures: [OBSERVATION]";
        Assert.Equal(["OBSERVATION REVISED all-crimes S12000033 1950/51: 110 FINAL -> 120 FINAL"], await app.LinesAsync($"asAt: \"{SecondDay:O}\", {aberdeen}"));
        Assert.Equal(["OBSERVATION REVISED all-crimes S12000033 1950/51: 100 FINAL -> 120 FINAL"], await app.LinesAsync($"asAt: \"{SecondDay.AddTicks(-1):O}\", {aberdeen}"));
        Assert.Equal(["OBSERVATION REVISED all-crimes S12000033 1950/51: 100 FINAL -> 110 FINAL"], await app.LinesAsync($"{ChangedApp.Since(1)}, until: \"{SecondDay:O}\", {aberdeen}"));
        Assert.Empty(await app.LinesAsync($"{ChangedApp.Since(1)}, until: \"{SecondDay.AddTicks(-1):O}\", {aberdeen}"));
        Assert.Equal(["OBSERVATION NEW all-crimes S12000033 1950/51: nothing -> 100 FINAL"], await app.LinesAsync($"asAt: \"{ChangedApp.First.AddMilliseconds(-1):O}\", until: \"{ChangedApp.First:O}\", {aberdeen}"));
    }

    [Fact]
    public async Task Since_the_last_import_nothing_changed()
    {
        var changes = await app.DataAsync($"{{ changesSince({ChangedApp.Since(3)}) {{ asAt until totalCount counts {{ count }} hasNextPage endCursor changes {{ period }} }} }}");
        Assert.Equal(
            """{"asAt":"2026-12-03T00:01:00.000Z","until":null,"totalCount":0,"counts":[],"hasNextPage":false,"endCursor":null,"changes":[]}""",
            changes.GetProperty("changesSince").GetRawText());
    }

    [Fact]
    public async Task Counts_are_by_kind_of_figure_and_change()
    {
        var counts = (await app.DataAsync($"{{ changesSince({ChangedApp.Since(1)}) {{ totalCount counts {{ figure kind count }} }} }}")).GetProperty("changesSince");
        Assert.Equal(12, counts.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["OBSERVATION REVISED 5", "OBSERVATION NEW 1", "OBSERVATION FINALISED 1", "OBSERVATION REOPENED 1", "TARGET REVISED 1", "POPULATION REVISED 1", "ESTIMATE REVISED 2"],
            counts.GetProperty("counts").EnumerateArray().Select(count => string.Join(' ', count.EnumerateObject().Select(member => member.Value.ToString()))));
    }
}
