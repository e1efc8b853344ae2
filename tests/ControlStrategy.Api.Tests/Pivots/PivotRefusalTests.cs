using Xunit;

namespace ControlStrategy.Api.Tests.Pivots;

public sealed class PivotRefusalTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Of = """measures: ["demo-road-crime"], area: "S12000033", """;

    [Theory]
    [InlineData("rows: [AREA], columns: [AREA], values: [VALUE], periods: [\"2024/25\"]", "PIVOT_AXES", "AREA is given twice")]
    [InlineData("rows: [AREA, AREA], values: [VALUE], periods: [\"2024/25\"]", "PIVOT_AXES", "AREA is given twice")]
    [InlineData("rows: [AREA], values: [VALUE, RAG, VALUE], periods: [\"2024/25\"]", "PIVOT_AXES", "VALUE is given twice")]
    [InlineData("rows: [AREA], values: [], periods: [\"2024/25\"]", "PIVOT_AXES", "MEASURE_COUNT")]
    [InlineData("rows: [AREA], values: [VALUE], periods: [\"2024/25\"]", "MIXED_VALUES", "MEASURE has")]
    [InlineData("rows: [OUTCOME], columns: [STATUS], values: [MEASURE_COUNT, VALUE], periods: [\"2024/25\"]", "MIXED_VALUES", "MEASURE_COUNT alone")]
    [InlineData("rows: [MEASURE], values: [VALUE], level: COUNCIL_AREA, periods: [\"2024/25\"]", "MIXED_VALUES", "AREA has 32 members")]
    [InlineData("rows: [OUTCOME], values: [MEASURE_COUNT], level: COUNCIL_AREA, periods: [\"2024/25\"]", "MIXED_VALUES", "AREA has 32 members")]
    [InlineData("rows: [MEASURE], values: [VALUE], periods: [\"2024/25\", \"2023/24\"]", "MIXED_VALUES", "PERIOD has 2 members")]
    [InlineData(Of + "rows: [], values: [VALUE]", "INVALID_PERIOD", "periods, or from and to")]
    [InlineData(Of + "rows: [], values: [VALUE], periods: []", "INVALID_PERIOD", "empty")]
    [InlineData(Of + "rows: [], values: [VALUE], periods: [\"2024/26\"]", "INVALID_PERIOD", "2024/26")]
    [InlineData(Of + "rows: [], values: [VALUE], from: \"2024-04-01\"", "INVALID_PERIOD", "from and to")]
    [InlineData(Of + "rows: [], values: [VALUE], periods: [\"2024/25\"], grain: MONTH", "INVALID_PERIOD", "periods, or from and to")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], from: \"2024-04-02\", to: \"2025-03-31\"", "INVALID_RANGE", "no whole financial year")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], from: \"2025-04-01\", to: \"2024-03-31\"", "INVALID_RANGE", "no whole financial year")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], from: \"1899-04-01\", to: \"2024-03-31\"", "INVALID_RANGE", "1900 to 2100")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], from: \"2024-04-01\", to: \"9999-12-31\"", "INVALID_RANGE", "1900 to 2100")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], from: \"1980-03-01\", to: \"2030-03-31\", grain: MONTH", "INVALID_RANGE", "601 months")]
    [InlineData(Of + "rows: [PERIOD], values: [VALUE], periods: [\"1950/51\", \"2024/25\"]", "INVALID_RANGE", "900 months")]
    [InlineData("rows: [MEASURE], values: [VALUE], periods: [\"2024/25\"], area: \"S99\"", "UNKNOWN_AREA", "S99")]
    [InlineData("rows: [MEASURE], values: [VALUE], periods: [\"2024/25\"], measures: [\"no-such\"]", "UNKNOWN_MEASURE", "no-such")]
    [InlineData("rows: [MEASURE], values: [VALUE], periods: [\"2024/25\"], outcome: \"9\"", "UNKNOWN_OUTCOME", "'9'")]
    [InlineData("rows: [MEASURE], columns: [AREA, PERIOD], values: [VALUE], level: COUNCIL_AREA, from: \"2000-04-01\", to: \"2025-03-31\", grain: MONTH", "TOO_MANY_CELLS", "Limits:MaximumCells")]
    [InlineData("rows: [MEASURE, AREA, PERIOD, STATUS, VARIATION], values: [VALUE], level: COUNCIL_AREA, from: \"1980-04-01\", to: \"2030-03-31\", grain: MONTH, totals: ALL", "TOO_MANY_CELLS", "Limits:MaximumCells")]
    [InlineData("rows: [AREA, PERIOD], columns: [STATUS], values: [MEASURE_COUNT], level: COUNCIL_AREA, from: \"2020-04-01\", to: \"2024-03-31\", grain: MONTH", "TOO_MANY_CELLS", "figures")]
    public async Task What_cannot_be_a_rectangle_is_refused_with_a_code_and_a_way_out(string arguments, string code, string named)
    {
        var error = (await app.AskAsync($"{{ pivot({arguments}) {{ rows {{ cells {{ value }} }} }} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_month_of_fifty_years_is_one_request()
    {
        var data = await app.DataAsync($$"""{ pivot({{Of}}rows: [PERIOD], values: [VALUE, PREVIOUS, P_VALUE, ROLLING_12, VARIATION], from: "1980-04-01", to: "2030-03-31", grain: MONTH) { rows { cells { value word reason } } } }""");
        var rows = data.GetProperty("pivot").GetProperty("rows");
        Assert.Equal(600, rows.GetArrayLength());
        Assert.Equal(126, rows.EnumerateArray().Count(row => row.GetProperty("cells")[0].GetProperty("reason").GetString() is null));
    }
}
