using System.Text.Json;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Scorecards;

/// <summary>Scorecards of tidy figures. Sums were added up by hand; probabilities and intervals were computed apart from the product.</summary>
public sealed class TidyScorecardTests(TidyFiguresApp app) : IClassFixture<TidyFiguresApp>
{
    [Fact]
    public async Task The_query_others_rely_on_is_answered_in_full()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2021/22", areas: ["S12000033"], measures: ["all-crimes"]) { rows { measure { code } area { code }
              current { value lower upper reason } previous { value } change { number percent pValue significance }
              fiveYearMean { value } fiveYearChange { number percent } rate { value population } variation assurance rag } } }
            """);
        var row = Rows(data).Single();
        // Byar's interval, and the E-test's sum over all pairs.
        Assert.Equal((15_535.7329, 16_029.1692), (row.Number("current.lower", 4), row.Number("current.upper", 4)));
        Assert.Equal(5.002e-18, row.Number("change.pValue")!.Value, 1e-20);
        Assert.Equal((15_128.6, 693.4874), (row.Number("fiveYearMean.value", 6), row.Number("rate.value", 4)));
        Snapshot.Match(row.Indented());
    }

    [Fact]
    public async Task A_year_its_beginning_a_quarter_and_a_month_are_compared_with_the_same_months_before()
    {
        Assert.Equal((1_488, 1_382, 106, 7.67), await ChangeAsync("2021/22"));
        Assert.Equal((732, 692, 40, 5.78), await ChangeAsync("2021/22 YTD Sep"));
        Assert.Equal((383, 341, 42, 12.32), await ChangeAsync("2021/22 Q3"));
        Assert.Equal((140, 116, 24, 20.69), await ChangeAsync("2022-01"));
    }

    [Fact]
    public async Task Twelve_months_to_the_end_of_a_part_year_and_what_they_rest_on()
    {
        const string rest = "scorecard(period: \"2021/22 YTD Sep\", areas: [\"S12000033\"], measures: [\"tidy-housebreaking\"])";
        var card = (await app.DataAsync($"{{ {rest} {{ provisional rows {{ rolling12 {{ value }} rolling12Change {{ number reason }} }} }} }}")).At("scorecard");
        // December 2020, one of the twelve and none of the six, is provisional.
        Assert.Equal("""{"provisional":true,"rows":[{"rolling12":{"value":1422},"rolling12Change":{"number":null,"reason":"NOT_AVAILABLE"}}]}""", card.GetRawText());
        Assert.Equal("""{"provisional":false}""", (await app.DataAsync($"{{ {rest} {{ provisional }} }}")).At("scorecard").GetRawText());
        var year = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Housebreaking, "rolling12 { value } rolling12Change { number }");
        Assert.Equal("""{"rolling12":{"value":1488},"rolling12Change":{"number":106}}""", year.GetRawText());
    }

    [Theory]
    [InlineData("2021/22", "WITHIN_TOLERANCE")]
    [InlineData("2021/22 YTD Mar", "WITHIN_TOLERANCE")]
    [InlineData("2021/22 YTD Sep", "WITHIN_TOLERANCE")]
    [InlineData("2020/21", "NO_TARGET")]
    public async Task Judged_is_the_year_or_its_twelve_months_with_the_target_beside_it(string period, string rag)
    {
        var row = await RowAsync($"period: \"{period}\"", TidyFiguresApp.Housebreaking, "rag target { value tolerance }");
        Assert.Equal((rag, rag == "NO_TARGET" ? null : 1_400), (row.Text("rag"), row.At("target") is { ValueKind: JsonValueKind.Object } target ? target.Number("value") : null));
    }

    [Fact]
    public async Task Detection_rates_come_from_what_was_cleared_up_and_recorded_and_may_exceed_100()
    {
        // Eleven months of 60 and one of 183 are 843 of 1,488.
        var year = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Housebreaking, "detectionRate { value clearedUp reason } current { numerator }");
        Assert.Equal((56.6532, 843, 843), (year.Number("detectionRate.value", 4), year.Number("detectionRate.clearedUp"), year.Number("current.numerator")));
        var month = await RowAsync("period: \"2021-06\"", TidyFiguresApp.Housebreaking, "detectionRate { value clearedUp reason }");
        Assert.Equal("""{"detectionRate":{"value":150,"clearedUp":183,"reason":null}}""", month.GetRawText());
        var none = await RowAsync("period: \"2021/22\"", "all-crimes", "detectionRate { value clearedUp reason }");
        Assert.Equal("""{"detectionRate":{"value":null,"clearedUp":null,"reason":"NOT_AVAILABLE"}}""", none.GetRawText());
        var activities = await RowAsync("period: \"2021/22\"", "all-activities", "detectionRate { reason }");
        Assert.Equal("NOT_APPLICABLE", activities.Text("detectionRate.reason"));
    }

    [Fact]
    public async Task Percentages_change_in_points_and_are_judged_in_points()
    {
        var row = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Answered,
            "current { value numerator denominator lower upper } previous { value } change { number percent reason method pValue } rate { reason } rag variation");
        Assert.Equal((60, 720, 1_200), (row.Number("current.value"), row.Number("current.numerator"), row.Number("current.denominator")));
        Assert.Equal((57.2005, 62.7357), (row.Number("current.lower", 4), row.Number("current.upper", 4)));
        Assert.Equal((50, 10, null, "NOT_APPLICABLE"), (row.Number("previous.value"), row.Number("change.number", 9), row.Number("change.percent"), row.Text("change.reason")));
        Assert.Equal(("TWO_PROPORTION_Z", 8.494e-7), (row.Text("change.method"), row.Number("change.pValue", 10)));
        Assert.Equal(("NOT_APPLICABLE", "WITHIN_TOLERANCE", "IMPROVING_HIGH"), (row.Text("rate.reason"), row.Text("rag"), row.Text("variation")));
    }

    [Fact]
    public async Task Rates_come_from_summed_cases_and_people_counted_once()
    {
        var row = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Casualties,
            "current { value numerator denominator lower upper } change { number percent reason method pValue significance } variation chartReason");
        Assert.Equal((2.4, 48, 200_000), (row.Number("current.value", 9), row.Number("current.numerator"), row.Number("current.denominator")));
        Assert.Equal((1.7694, 3.1821), (row.Number("current.lower", 4), row.Number("current.upper", 4)));
        Assert.Equal((1.2, null, "NOT_APPLICABLE"), (row.Number("change.number", 9), row.Number("change.percent"), row.Text("change.reason")));
        Assert.Equal(("POISSON_E_TEST", 0.004546, "SS"), (row.Text("change.method"), row.Number("change.pValue", 6), row.Text("change.significance")));
        Assert.Equal((null, "TOO_FEW_POINTS"), (row.Text("variation"), row.Text("chartReason")));
    }

    [Fact]
    public async Task An_area_above_the_figures_is_summed_only_if_all_below_it_have_the_period()
    {
        const string figures = "area { letter } current { value reason missingAreas } previous { value }";
        var year = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Housebreaking, figures, "A");
        Assert.Equal("""{"area":{"letter":"A"},"current":{"value":null,"reason":"NOT_AVAILABLE","missingAreas":1},"previous":{"value":1742}}""", year.GetRawText());
        var quarter = await RowAsync("period: \"2021/22 Q3\"", TidyFiguresApp.Housebreaking, figures, "A");
        Assert.Equal("""{"area":{"letter":"A"},"current":{"value":473,"reason":null,"missingAreas":null},"previous":{"value":431}}""", quarter.GetRawText());
        // Two divisions of the same command and two commands have nothing at all; each counts once.
        Assert.Equal(4, (await RowAsync("period: \"2021/22 Q3\"", TidyFiguresApp.Housebreaking, figures, "S92000003")).Number("current.missingAreas"));
    }

    [Fact]
    public async Task A_change_from_0_has_a_number_a_test_and_no_per_cent()
    {
        var row = await RowAsync("period: \"2021/22\"", "crimes-group-3-shoplifting", "change { number percent reason pValue } fiveYearMean { reason } fiveYearChange { reason }", "S12000020");
        Assert.Equal((4, null, "NOT_APPLICABLE", 0.0413), (row.Number("change.number"), row.Number("change.percent"), row.Text("change.reason"), row.Number("change.pValue", 4)));
        Assert.Equal(("NOT_AVAILABLE", "NOT_AVAILABLE"), (row.Text("fiveYearMean.reason"), row.Text("fiveYearChange.reason")));
    }

    [Theory]
    [InlineData("2004/05", "all-crimes", "S12000020")]
    [InlineData("2021/22", TidyFiguresApp.Recounted, "S12000033")]
    public async Task Across_a_break_in_the_series_there_is_no_change_and_no_test(string period, string measure, string area)
    {
        var row = await RowAsync($"period: \"{period}\"", measure, "change { number reason pValue significance testReason adjustedPValue }", area);
        Assert.Equal($$$"""{"change":{"number":null,"reason":"BREAK_IN_SERIES","pValue":null,"significance":null,"testReason":"BREAK_IN_SERIES","adjustedPValue":null}}""", row.GetRawText());
    }

    [Fact]
    public async Task A_break_makes_limits_anew_so_the_new_level_is_nothing_special()
    {
        var row = await RowAsync("period: \"2021/22\"", TidyFiguresApp.Recounted, "variation chartReason");
        Assert.Equal("""{"variation":"COMMON_CAUSE","chartReason":null}""", row.GetRawText());
    }

    [Fact]
    public async Task A_period_is_compared_with_an_earlier_one_where_asked()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2021/22", compareWith: "2016/17", areas: ["S12000033"], measures: ["all-crimes"]) { comparedWith rows { previous { value } change { number percent } fiveYearMean { value } } } }
            """);
        Assert.Equal(("2016/17", 17_217, -1_436), (data.Text("scorecard.comparedWith"), data.Number("scorecard.rows.0.previous.value"), data.Number("scorecard.rows.0.change.number")));
        Assert.Equal((-8.3406, 15_128.6), (data.Number("scorecard.rows.0.change.percent", 4), data.Number("scorecard.rows.0.fiveYearMean.value", 6)));
    }

    [Fact]
    public async Task Areas_come_in_the_order_asked_for_each_once()
    {
        const string query = "{ scorecard(period: \"2021/22\", area: \"S12000034\", areas: [\"A\", \"S12000033\", \"S12000034\"], measures: [\"all-crimes\"]) { rows { area { code } } } }";
        Assert.Equal(["S12000034", "S32000015", "S12000033"], Rows(await app.DataAsync(query)).Select(row => row.Text("area.code")));
    }

    private async Task<(double?, double?, double?, double?)> ChangeAsync(string period)
    {
        var row = await RowAsync($"period: \"{period}\"", TidyFiguresApp.Housebreaking, "current { value } previous { value } change { number percent }");
        return (row.Number("current.value"), row.Number("previous.value"), row.Number("change.number"), row.Number("change.percent", 2));
    }

    private async Task<JsonElement> RowAsync(string arguments, string measure, string selection, string area = "S12000033") =>
        Rows(await app.DataAsync($"{{ scorecard({arguments}, areas: [\"{area}\"], measures: [\"{measure}\"]) {{ rows {{ {selection} }} }} }}")).Single();

    private static List<JsonElement> Rows(JsonElement data) => data.Entries("scorecard.rows");
}
