using System.Text.Json;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>What a reader must know beside a figure: breaks, what was cleared up, and when what it is made of was recorded.</summary>
public sealed class FiguresInContextTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Change = "current { value } change { number percent reason testReason } fiveYearMean { value reason } fiveYearChange { number reason } rolling12Change { number reason }";

    /// <summary>Recording of crime changed on 1 April 2004 (shipped with the measures).</summary>
    [Fact]
    public async Task Nothing_is_compared_across_a_break()
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value\n" + string.Join('\n', Enumerable.Range(1998, 12).Select(year => $"all-crimes,S92000003,{year}/{(year + 1) % 100:00},{1000 + year}")));
        var first = await RowAsync("2004/05", Change);
        Assert.Equal("""{"number":null,"percent":null,"reason":"BREAK_IN_SERIES","testReason":"BREAK_IN_SERIES"}""", first.GetProperty("change").GetRawText());
        Assert.Equal("BREAK_IN_SERIES", first.GetProperty("fiveYearChange").GetProperty("reason").GetString());
        Assert.Equal("BREAK_IN_SERIES", first.GetProperty("rolling12Change").GetProperty("reason").GetString());
        Assert.Equal(3001, first.GetProperty("fiveYearMean").GetProperty("value").GetDouble());

        var mixed = await RowAsync("2006/07", Change);
        Assert.Equal(1, mixed.GetProperty("change").GetProperty("number").GetDouble());
        Assert.Equal("""{"value":null,"reason":"BREAK_IN_SERIES"}""", mixed.GetProperty("fiveYearMean").GetRawText());

        var after = await RowAsync("2009/10", Change);
        Assert.Equal(3006, after.GetProperty("fiveYearMean").GetProperty("value").GetDouble());
        Assert.Equal(3, after.GetProperty("fiveYearChange").GetProperty("number").GetDouble());
    }

    [Fact]
    public async Task What_was_cleared_up_is_imported_with_the_count_and_can_exceed_it()
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value,numerator\nall-crimes,S12000034,2019/20,200,105\nall-crimes,S12000034,2020/21,100,120\nall-crimes,S12000034,2021/22,100,\n");
        const string selected = "detectionRate { value clearedUp reason }";
        Assert.Equal("""{"value":52.5,"clearedUp":105,"reason":null}""", (await RowAsync("2019/20", selected, "S12000034")).GetProperty("detectionRate").GetRawText());
        Assert.Equal("""{"value":120,"clearedUp":120,"reason":null}""", (await RowAsync("2020/21", selected, "S12000034")).GetProperty("detectionRate").GetRawText());
        Assert.Equal("""{"value":null,"clearedUp":null,"reason":"NOT_AVAILABLE"}""", (await RowAsync("2021/22", selected, "S12000034")).GetProperty("detectionRate").GetRawText());
    }

    [Fact]
    public async Task A_series_is_as_new_as_its_own_measure()
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value\nall-crimes,S12000033,2021-04,7\n");
        const string series = "series(area: \"S12000033\", from: \"2021-04-01\", to: \"2021-06-30\", grain: MONTH) { dataAsAt }";
        var data = await app.DataAsync($"{{ alone: measure(code: \"demo-road-crime\") {{ {series} }} both: measures(where: {{ code: {{ in: [\"demo-road-crime\", \"all-crimes\"] }} }}, order: [{{ code: ASC }}]) {{ nodes {{ {series} }} }} }}");
        var both = data.GetProperty("both").GetProperty("nodes").EnumerateArray().Select(measure => measure.GetProperty("series").GetProperty("dataAsAt").GetString()).ToList();
        Assert.Equal(data.GetProperty("alone").GetProperty("series").GetProperty("dataAsAt").GetString(), both[1]);
        Assert.NotEqual(both[0], both[1]);
    }

    /// <summary>The database adds up 64-bit units, of which two such figures are too many; the figure of one month is answered.</summary>
    [Fact]
    public async Task A_sum_beyond_what_the_database_can_hold_is_refused_by_name()
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value\nall-crimes,S12000035,2011-04,922337203685477\nall-crimes,S12000035,2011-05,922337203685477\n");
        Assert.Equal(922337203685477, (await RowAsync("2011-04", "current { value }", "S12000035")).GetProperty("current").GetProperty("value").GetDouble());
        var answer = await app.AskAsync("{ scorecard(period: \"2011/12 YTD May\", areas: [\"S12000035\"], measures: [\"all-crimes\"]) { rows { current { value } } } }");
        Assert.Equal("SUM_TOO_LARGE", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("measure(code: \"all-crimes\") { series(area: \"S12000033\", from: \"0001-01-01\", to: \"0010-12-31\", grain: MONTH) { mean } }", "INVALID_RANGE")]
    [InlineData("measure(code: \"all-crimes\") { series(area: \"S12000033\", from: \"9999-12-15\", to: \"9999-12-31\", grain: MONTH) { mean } }", "INVALID_RANGE")]
    public async Task What_lies_outside_the_calendar_is_refused(string field, string code)
    {
        var error = (await app.AskAsync($"{{ {field} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<JsonElement> RowAsync(string period, string selected, string area = "S92000003") =>
        (await app.DataAsync($"{{ scorecard(period: \"{period}\", areas: [\"{area}\"], measures: [\"all-crimes\"]) {{ rows {{ {selected} }} }} }}")).GetProperty("scorecard").GetProperty("rows")[0];
}
