using System.Text.Json;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class EvaluationTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Asked = "measure: \"demo-road-crime\", before: \"2021/22\", after: \"2024/25\"";

    [Fact]
    public async Task Its_counts_are_those_of_the_scorecard()
    {
        var data = await app.DataAsync($$"""
            { evaluation({{Asked}}, treated: ["S12000033", "S12000034"], comparison: ["S12000036"]) { counts { treated { before { value } after { value } } comparison { before { value } after { value } } displacement { before { value } } } }
              scorecard(period: "2024/25", compareWith: "2021/22", areas: ["S12000033", "S12000034", "S12000036"], measures: ["demo-road-crime"]) { rows { previous { value } current { value } } } }
            """);
        var counts = data.GetProperty("evaluation").GetProperty("counts");
        var rows = data.GetProperty("scorecard").GetProperty("rows").EnumerateArray().Select(row => (Before: Value(row, "previous"), After: Value(row, "current"))).ToList();
        Assert.Equal(rows[0].Before + rows[1].Before, Value(counts.GetProperty("treated"), "before"));
        Assert.Equal(rows[0].After + rows[1].After, Value(counts.GetProperty("treated"), "after"));
        Assert.Equal(rows[2], (Value(counts.GetProperty("comparison"), "before"), Value(counts.GetProperty("comparison"), "after")));
        Assert.Equal(JsonValueKind.Null, counts.GetProperty("displacement").ValueKind);
    }

    [Fact]
    public async Task Treated_and_comparison_exchanged_invert_the_effect()
    {
        var data = await app.DataAsync($$"""
            { one: evaluation({{Asked}}, treated: ["S12000033"], comparison: ["S12000036"]) { relativeEffect { value lower upper } }
              other: evaluation({{Asked}}, treated: ["S12000036"], comparison: ["S12000033"]) { relativeEffect { value lower upper } } }
            """);
        var (one, other) = (data.GetProperty("one").GetProperty("relativeEffect"), data.GetProperty("other").GetProperty("relativeEffect"));
        Assert.Equal(1 / Number(one, "value"), Number(other, "value"), 9);
        Assert.Equal(1 / Number(one, "lower"), Number(other, "upper"), 9);
    }

    [Fact]
    public async Task Without_comparison_areas_nothing_is_concluded_and_some_are_suggested()
    {
        var evaluation = await AskAsync($"{Asked}, treated: [\"S12000033\"], suggest: 3", "relativeEffect { value reason } verdict conclusions similarAreas { area { code level } distance reason explanation }");
        Assert.Equal("""{"value":null,"reason":"NOT_APPLICABLE"}""", evaluation.GetProperty("relativeEffect").GetRawText());
        Assert.Contains("nothing can be concluded", Assert.Single(evaluation.GetProperty("conclusions").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var similar = evaluation.GetProperty("similarAreas").EnumerateArray().ToList();
        Assert.Equal(3, similar.Count);
        Assert.All(similar, area => Assert.Equal("COUNCIL_AREA", area.GetProperty("area").GetProperty("level").GetString()));
        Assert.DoesNotContain("S12000033", similar.Select(area => area.GetProperty("area").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Areas_given_already_are_not_suggested()
    {
        var evaluation = await AskAsync(
            $"{Asked}, treated: [\"A\"], comparison: [\"E\"], displacement: [\"N\"], suggest: 50", "similarAreas { area { letter level } }");
        var letters = evaluation.GetProperty("similarAreas").EnumerateArray().Select(area => area.GetProperty("area").GetProperty("letter").GetString()).ToList();
        Assert.Equal(10, letters.Count);
        Assert.Empty(letters.Intersect(["A", "E", "N"]));
    }

    [Fact]
    public async Task An_initiatives_areas_are_the_treated_ones_and_its_dates_are_held_against_the_periods()
    {
        var data = await app.DataAsync("{ initiatives(first: 50, where: { areas: { any: true }, startsOn: { gte: \"2015-05-01\", lt: \"2017-03-01\" } }, order: [{ code: ASC }]) { nodes { code areas { code } } } }");
        var initiative = data.GetProperty("initiatives").GetProperty("nodes")[0];
        var evaluation = await AskAsync(
            $"initiative: \"{initiative.GetProperty("code").GetString()}\", measure: \"demo-road-crime\", before: \"2021/22\", after: \"2024/25\"",
            "initiative { code } treated { code } notes sources");
        Assert.Equal(initiative.GetProperty("areas").GetRawText(), evaluation.GetProperty("treated").GetRawText());
        var notes = evaluation.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!).ToList();
        Assert.Contains("The initiative's dates are demonstration data.", notes);
        Assert.Contains(notes, note => note.Contains("not after the period before, 2021/22", StringComparison.Ordinal));
        Assert.Equal("[\"Demonstration data, not statistics\"]", evaluation.GetProperty("sources").GetRawText());
    }

    [Fact]
    public async Task What_was_not_counted_has_a_reason()
    {
        var evaluation = await AskAsync(
            "measure: \"all-crimes\", before: \"2016/17\", after: \"2018/19\", treated: [\"S12000033\"], comparison: [\"S12000036\"]",
            "relativeEffect { value reason } difference { value reason } quotient { reason } netEffect { value reason } indicative");
        Assert.Equal("""{"value":null,"reason":"NOT_AVAILABLE"}""", evaluation.GetProperty("relativeEffect").GetRawText());
        Assert.Equal("""{"value":null,"reason":"NOT_AVAILABLE"}""", evaluation.GetProperty("difference").GetRawText());
        Assert.True(evaluation.GetProperty("indicative").GetBoolean());
    }

    [Theory]
    [InlineData("treated: [\"S12000033\"], comparison: [\"S12000033\"]", "AREA_OVERLAP", "S12000033")]
    [InlineData("treated: [\"A\"], comparison: [\"S12000033\"]", "AREA_OVERLAP", "S12000033")]
    [InlineData("comparison: [\"S12000033\"]", "TREATED_AREAS", "treated")]
    [InlineData("treated: [\"S99\"]", "UNKNOWN_AREA", "S99")]
    [InlineData("initiative: \"no-such\"", "UNKNOWN_INITIATIVE", "no-such")]
    [InlineData("treated: [\"S12000033\"], displacementComparison: [\"S12000036\"]", "DISPLACEMENT_AREAS", "displacement")]
    [InlineData("treated: [\"S12000033\"], suggest: 0", "INVALID_RANGE", "suggest")]
    public async Task What_cannot_be_evaluated_is_named(string arguments, string code, string named) => await IsRefusedAsync($"{Asked}, {arguments}", code, named);

    [Theory]
    [InlineData("measure: \"demo-road-crime\", before: \"2024/25\", after: \"2021/22\"", "PERIOD_MISMATCH")]
    [InlineData("measure: \"demo-road-crime\", before: \"2021/22\", after: \"2024/25 Q1\"", "PERIOD_MISMATCH")]
    [InlineData("measure: \"demo-detection-rate\", before: \"2021/22\", after: \"2024/25\"", "MEASURE_KIND")]
    [InlineData("measure: \"no-such\", before: \"2021/22\", after: \"2024/25\"", "UNKNOWN_MEASURE")]
    public async Task Periods_and_measures_that_do_not_fit_are_refused(string arguments, string code) =>
        await IsRefusedAsync($"{arguments}, treated: [\"S12000033\"]", code, "");

    private async Task IsRefusedAsync(string arguments, string code, string named)
    {
        var error = (await app.AskAsync($"{{ evaluation({arguments}) {{ verdict }} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> AskAsync(string arguments, string selected) =>
        (await app.DataAsync($"{{ evaluation({arguments}) {{ {selected} }} }}")).GetProperty("evaluation");

    private static double Value(JsonElement of, string member) => Number(of.GetProperty(member), "value");

    /// <summary>An area where the initiative ran is no area without it, and a time after its end none of its.</summary>
    [Fact]
    public async Task What_does_not_fit_between_an_initiative_and_what_it_is_evaluated_by_is_noted()
    {
        await app.ImportAsync(ImportKind.Initiatives, """
            code,name,summary,kind,objective,starts_on,ends_on,outcomes,areas
            ended-early,Ended early,Short.,CAMPAIGN,1,2022-04-01,2023-03-31,1,S12000033;S12000036

            """);
        var data = await app.DataAsync("""
            { evaluation(initiative: "ended-early", measure: "demo-road-crime", before: "2021/22", after: "2024/25", treated: ["S12000033", "S12000034"], comparison: ["S12000036"], suggest: 50) {
                notes similarAreas { area { code } } } }
            """);
        var evaluation = data.GetProperty("evaluation");
        Assert.Equal(
            [
                "The figures are demonstration data, not statistics.",
                "The initiative's last day, 31 March 2023, is before the period after, 2024/25.",
                "The initiative is held in S12000036 too, which others are compared with here.",
                "The initiative is not held in S12000034, as far as its areas say.",
            ],
            evaluation.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        var alone = await app.DataAsync("""{ evaluation(initiative: "ended-early", measure: "demo-road-crime", before: "2021/22", after: "2024/25", treated: ["S12000033"], suggest: 50) { similarAreas { area { code } distance } } }""");
        var suggested = alone.GetProperty("evaluation").GetProperty("similarAreas").EnumerateArray().Select(area => area.GetProperty("area").GetProperty("code").GetString()).ToList();
        Assert.NotEmpty(suggested);
        Assert.DoesNotContain("S12000036", suggested);
    }

    private static double Number(JsonElement of, string member) => of.GetProperty(member).GetDouble();
}
