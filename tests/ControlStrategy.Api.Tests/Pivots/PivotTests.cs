using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Pivots;

public sealed class PivotTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_matrix_has_headers_cells_and_totals()
    {
        var pivot = await PivotAsync("""
            rows: [AREA], columns: [PERIOD], values: [VALUE, CHANGE_PERCENT], measures: ["demo-road-crime"], area: "A", level: COUNCIL_AREA, from: "2022-04-01", to: "2024-03-31", totals: GRAND
            """, "columns { header { kind label period periodStart periodEnd } value label } rows { header { kind depth label labels area { code name } } cells { value reason } }");
        Assert.Equal(
            """
            {"header":{"kind":"MEMBER","label":"2022/23","period":"2022/23","periodStart":"2022-04-01","periodEnd":"2023-03-31"},"value":"VALUE","label":"2022/23, Value"}
            {"header":{"kind":"MEMBER","label":"2022/23","period":"2022/23","periodStart":"2022-04-01","periodEnd":"2023-03-31"},"value":"CHANGE_PERCENT","label":"2022/23, Change in per cent"}
            {"header":{"kind":"MEMBER","label":"2023/24","period":"2023/24","periodStart":"2023-04-01","periodEnd":"2024-03-31"},"value":"VALUE","label":"2023/24, Value"}
            {"header":{"kind":"MEMBER","label":"2023/24","period":"2023/24","periodStart":"2023-04-01","periodEnd":"2024-03-31"},"value":"CHANGE_PERCENT","label":"2023/24, Change in per cent"}
            {"header":{"kind":"TOTAL","label":"Total","period":null,"periodStart":null,"periodEnd":null},"value":"VALUE","label":"Total, Value"}
            {"header":{"kind":"TOTAL","label":"Total","period":null,"periodStart":null,"periodEnd":null},"value":"CHANGE_PERCENT","label":"Total, Change in per cent"}
            """.ReplaceLineEndings("\n"),
            string.Join('\n', List(pivot, "columns").Select(column => column.GetRawText())));
        Assert.Equal(["Moray", "Aberdeen City", "Aberdeenshire", "Total"], List(pivot, "rows").Select(row => row.GetProperty("header").GetProperty("label").GetString()));
        var values = List(pivot, "rows").Select(row => List(row, "cells").Select(cell => cell.GetProperty("value")).ToList()).ToList();
        Assert.Equal(values[^1][0].GetDouble(), values[..^1].Sum(row => row[0].GetDouble()));
        Assert.All(values, row => Assert.Equal(row[0].GetDouble() + row[2].GetDouble(), row[4].GetDouble()));
        Assert.Equal("""{"value":null,"reason":"NOT_APPLICABLE"}""", List(List(pivot, "rows")[^1], "cells")[^1].GetRawText());
    }

    [Fact]
    public async Task How_many_measures_of_an_outcome_are_in_which_state_is_one_request()
    {
        var pivot = await PivotAsync("""rows: [OUTCOME], columns: [STATUS], values: [MEASURE_COUNT], periods: ["2024/25"], area: "S12000033", totals: GRAND""",
            "columns { header { label status } } rows { header { label outcome { code } } cells { value } }");
        Assert.Equal(
            ["ON_TARGET", "WITHIN_TOLERANCE", "OFF_TARGET", "NO_TARGET", null],
            List(pivot, "columns").Select(column => column.GetProperty("header").GetProperty("status").GetString()));
        Assert.Equal(
            ["On target", "Within tolerance", "Off target", "No target", "Total"],
            List(pivot, "columns").Select(column => column.GetProperty("header").GetProperty("label").GetString()));
        var data = await app.DataAsync("{ scorecard(period: \"2024/25\", area: \"S12000033\") { rows { measure { outcome { code } } rag } } }");
        var states = data.GetProperty("scorecard").GetProperty("rows").EnumerateArray().Select(row => (Outcome: row.GetProperty("measure").GetProperty("outcome").GetProperty("code").GetString(), Rag: row.GetProperty("rag").GetString())).ToList();
        Assert.Contains(states, state => state.Rag is not "NO_TARGET");
        foreach (var row in List(pivot, "rows"))
        {
            var outcome = row.GetProperty("header").GetProperty("outcome") is { ValueKind: JsonValueKind.Object } one ? one.GetProperty("code").GetString() : null;
            Assert.Equal(
                ((string?[])["ON_TARGET", "WITHIN_TOLERANCE", "OFF_TARGET", "NO_TARGET", null]).Select(rag => states.Count(state => (outcome ?? state.Outcome) == state.Outcome && (rag ?? state.Rag) == state.Rag)),
                List(row, "cells").Select(cell => cell.GetProperty("value").GetInt32()));
        }
    }

    [Fact]
    public async Task Without_columns_there_is_one_for_each_value()
    {
        var pivot = await PivotAsync("""rows: [OUTCOME, MEASURE], values: [VALUE, RAG], outcome: "3", periods: ["2024/25"], totals: SUBTOTALS""", "columns { header { label labels } label } rows { header { kind labels } cells { word } }");
        Assert.Equal(
            """[{"header":{"label":"","labels":[]},"label":"Value"},{"header":{"label":"","labels":[]},"label":"State against the target"}]""",
            pivot.GetProperty("columns").GetRawText());
        var rows = List(pivot, "rows");
        Assert.Equal("SUBTOTAL", rows[^1].GetProperty("header").GetProperty("kind").GetString());
        Assert.Equal("Total", rows[^1].GetProperty("header").GetProperty("labels")[1].GetString());
        Assert.Equal("NO_TARGET", rows[0].GetProperty("cells")[1].GetProperty("word").GetString());
    }

    [Fact]
    public async Task It_says_where_its_figures_come_from_and_whether_they_may_change()
    {
        var pivot = await PivotAsync("""rows: [PERIOD], values: [VALUE], measures: ["demo-road-crime"], periods: ["2021-09", "2026-09"]""", "sources provisional dataAsAt rows { cells { status } }");
        Assert.Equal("""["Demonstration data, not statistics"]""", pivot.GetProperty("sources").GetRawText());
        Assert.True(pivot.GetProperty("provisional").GetBoolean());
        Assert.Equal(JsonValueKind.String, pivot.GetProperty("dataAsAt").ValueKind);
        Assert.Equal("""[{"cells":[{"status":"FINAL"}]},{"cells":[{"status":"PROVISIONAL"}]}]""", pivot.GetProperty("rows").GetRawText());
    }

    [Fact]
    public async Task A_number_of_measures_alone_reads_no_figures()
    {
        var pivot = await PivotAsync("""rows: [OUTCOME], values: [MEASURE_COUNT], periods: ["2024/25"], totals: GRAND""", "dataAsAt sources rows { cells { value } }");
        var data = await app.DataAsync("{ measures { totalCount } }");
        Assert.Equal(data.GetProperty("measures").GetProperty("totalCount").GetInt32(), List(pivot, "rows")[^1].GetProperty("cells")[0].GetProperty("value").GetInt32());
        Assert.Equal(JsonValueKind.Null, pivot.GetProperty("dataAsAt").ValueKind);
    }

    private async Task<JsonElement> PivotAsync(string arguments, string selection) => (await app.DataAsync($"{{ pivot({arguments}) {{ {selection} }} }}")).GetProperty("pivot");

    private static List<JsonElement> List(JsonElement parent, string member) => [.. parent.GetProperty(member).EnumerateArray()];
}
