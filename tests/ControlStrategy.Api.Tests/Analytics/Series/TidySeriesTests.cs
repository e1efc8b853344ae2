using System.Text.Json;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Series;

/// <summary>Series of tidy figures: the worked example of a control chart, and sums added up by hand.</summary>
public sealed class TidySeriesTests(TidyFiguresApp app) : IClassFixture<TidyFiguresApp>
{
    private const string TwoYears = "from: \"2020-04-01\", to: \"2022-03-31\"";

    [Fact]
    public async Task The_query_others_rely_on_gives_the_worked_example_in_full()
    {
        var series = await SeriesAsync(TidyFiguresApp.Housebreaking, TwoYears + ", grain: MONTH",
            "mean lowerLimit upperLimit nearLowerLimit nearUpperLimit variation assurance reason points { periodStart value flags { rule direction } }");
        Assert.Equal((119.583, 100.848, 138.319, 132.074), (series.Number("mean", 3), series.Number("lowerLimit", 3), series.Number("upperLimit", 3), series.Number("nearUpperLimit", 3)));
        Assert.Equal(("COMMON_CAUSE", "HIT_OR_MISS", null), (series.Text("variation"), series.Text("assurance"), series.Text("reason")));
        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 22], series.Entries("points").Index().Where(point => point.Item.At("flags").GetArrayLength() > 0).Select(point => point.Index + 1));
        Snapshot.Match(series.Indented());
    }

    [Fact]
    public async Task From_April_on_and_over_twelve_months_figures_are_sums_without_chart()
    {
        var toDate = await SeriesAsync(TidyFiguresApp.Housebreaking, "from: \"2021-03-01\", to: \"2021-06-30\", transform: YEAR_TO_DATE", "transform reason mean points { period value flags { rule } }");
        Assert.Equal(["2021-03 1382", "2021-04 111", "2021-05 229", "2021-06 351"], Values(toDate));
        Assert.Equal(("YEAR_TO_DATE", "NOT_APPLICABLE", null), (toDate.Text("transform"), toDate.Text("reason"), toDate.Number("mean")));
        var rolling = await SeriesAsync(TidyFiguresApp.Housebreaking, "from: \"2021-02-01\", to: \"2021-05-31\", transform: ROLLING_12", "reason phases { from } points { period value reason }");
        Assert.Equal(["2021-02 ", "2021-03 1382", "2021-04 1381", "2021-05 1381"], Values(rolling));
        Assert.Equal(("NOT_APPLICABLE", "NOT_AVAILABLE", 0), (rolling.Text("reason"), rolling.Text("points.0.reason"), rolling.At("phases").GetArrayLength()));
    }

    [Fact]
    public async Task Limits_are_calculated_anew_where_the_caller_says_and_tell_why()
    {
        var series = await SeriesAsync(TidyFiguresApp.Housebreaking,
            TwoYears + ", recalculations: [{ from: \"2021-04-01\", reason: \"New recording system.\" }, { from: \"2021-03-15\", reason: \"New area.\" }, { from: \"2020-04-01\", reason: \"Nothing before.\" }]",
            "mean phases { from because mean reason }");
        Assert.Equal(
            """[{"from":"2020-04-01","because":null,"mean":115.16666666666667,"reason":null},{"from":"2021-04-01","because":"New recording system.; New area.","mean":124,"reason":null}]""",
            series.At("phases").GetRawText());
        Assert.Equal(124, series.Number("mean"));
    }

    [Fact]
    public async Task A_break_of_the_measure_makes_limits_anew_by_itself()
    {
        var series = await SeriesAsync(TidyFiguresApp.Recounted, TwoYears, "mean lowerLimit upperLimit variation breaks { startsOn reason } phases { from because mean } points { flags { rule } }");
        Assert.Equal("""[{"startsOn":"2021-04-01","reason":"New counting rule."}]""", series.At("breaks").GetRawText());
        Assert.Equal("""[{"from":"2020-04-01","because":null,"mean":11},{"from":"2021-04-01","because":"New counting rule.","mean":31}]""", series.At("phases").GetRawText());
        Assert.Equal((31, 25.68, 36.32, "COMMON_CAUSE"), (series.Number("mean"), series.Number("lowerLimit", 9), series.Number("upperLimit", 9), series.Text("variation")));
        Assert.All(series.Entries("points"), point => Assert.Equal(0, point.At("flags").GetArrayLength()));
    }

    [Fact]
    public async Task Limits_may_be_fixed_on_the_first_points()
    {
        var series = await SeriesAsync(TidyFiguresApp.Housebreaking, TwoYears + ", baselinePoints: 12", "mean variation points { flags { rule } }");
        Assert.Equal((115.1667, "CONCERNING_HIGH"), (series.Number("mean", 4), series.Text("variation")));
        Assert.Contains(series.Entries("points.23.flags"), flag => flag.Text("rule") == "SEVEN_ON_ONE_SIDE");
    }

    [Fact]
    public async Task A_missing_month_stays_a_point_and_an_area_above_says_how_many_it_lacks()
    {
        const string selection = "variation points { period value reason missingAreas }";
        var council = await SeriesAsync(TidyFiguresApp.Housebreaking, "from: \"2021-05-01\", to: \"2021-07-31\"", selection, "S12000034");
        Assert.Equal(["2021-05 20", "2021-06 ", "2021-07 20"], Values(council));
        Assert.Equal("""{"period":"2021-06","value":null,"reason":"NOT_AVAILABLE","missingAreas":null}""", council.At("points.1").GetRawText());
        var division = await SeriesAsync(TidyFiguresApp.Housebreaking, "from: \"2021-05-01\", to: \"2021-07-31\"", selection, "A");
        Assert.Equal(["2021-05 148", "2021-06 ", "2021-07 155"], Values(division));
        Assert.Equal(1, division.Number("points.1.missingAreas"));
        var whole = await SeriesAsync(TidyFiguresApp.Housebreaking, TwoYears, "variation reason points { value }", "A");
        Assert.Equal(("COMMON_CAUSE", null, 23), (whole.Text("variation"), whole.Text("reason"), whole.Entries("points").Count(point => point.Number("value") is not null)));
    }

    [Fact]
    public async Task Years_have_no_limits_and_short_series_too_few_points()
    {
        var years = await SeriesAsync("all-crimes", "from: \"2016-04-01\", to: \"2022-03-31\"", "grain mean variation reason phases { from } points { period value lower }");
        Assert.Equal(("YEAR", "NOT_APPLICABLE", null, null, 0), (years.Text("grain"), years.Text("reason"), years.Number("mean"), years.Text("variation"), years.At("phases").GetArrayLength()));
        Assert.Equal(["2016/17 17217", "2017/18 15558", "2018/19 14261", "2019/20 14326", "2020/21 14281", "2021/22 15781"], Values(years));
        foreach (var (to, reason) in new[] { ("2021-02-28", "TOO_FEW_POINTS"), ("2021-03-31", null) })
        {
            var series = await SeriesAsync(TidyFiguresApp.Housebreaking, $"from: \"2020-04-01\", to: \"{to}\"", "mean variation reason");
            Assert.Equal((reason, reason is null, reason is null), (series.Text("reason"), series.Number("mean") is not null, series.Text("variation") is not null));
        }
    }

    [Fact]
    public async Task Months_add_up_to_quarters_and_years_and_quarters_are_not_cut_into_months()
    {
        var quarters = await SeriesAsync(TidyFiguresApp.Housebreaking, TwoYears + ", grain: QUARTER", "reason target points { period value }");
        Assert.Equal(["2020/21 Q1 339", "2020/21 Q2 353", "2020/21 Q3 341", "2020/21 Q4 349", "2021/22 Q1 351", "2021/22 Q2 381", "2021/22 Q3 383", "2021/22 Q4 373"], Values(quarters));
        Assert.Equal(("TOO_FEW_POINTS", 350), (quarters.Text("reason"), quarters.Number("target")));
        Assert.Equal(["2020/21 1382", "2021/22 1488"], Values(await SeriesAsync(TidyFiguresApp.Housebreaking, TwoYears + ", grain: YEAR", "points { period value }")));
        var months = await SeriesAsync(TidyFiguresApp.Casualties, TwoYears + ", grain: MONTH", "reason points { period value reason }");
        Assert.Equal("TOO_FEW_POINTS", months.Text("reason"));
        Assert.All(months.Entries("points"), point => Assert.Equal((null, "NOT_AVAILABLE"), (point.Number("value"), point.Text("reason"))));
    }

    [Fact]
    public async Task Rates_and_percentages_are_made_of_their_parts()
    {
        var rate = await SeriesAsync(TidyFiguresApp.Casualties, TwoYears + ", transform: ROLLING_12", "points { period value numerator denominator }");
        Assert.Equal("""{"period":"2021/22 Q4","value":2.4,"numerator":48,"denominator":200000}""", rate.At("points.7").GetRawText());
        // Nine months of 50 and three of 60 are 630 of 1,200.
        var share = await SeriesAsync(TidyFiguresApp.Answered, "from: \"2021-06-01\", to: \"2021-06-30\", transform: ROLLING_12", "target points { value numerator denominator lower upper }");
        Assert.Equal((52.5, 630, 1_200, 61), (share.Number("points.0.value"), share.Number("points.0.numerator"), share.Number("points.0.denominator"), share.Number("target")));
        Assert.Equal((49.6711, 55.3129), (share.Number("points.0.lower", 4), share.Number("points.0.upper", 4)));
    }

    [Fact]
    public async Task Measures_of_several_grains_are_answered_together()
    {
        var data = await app.DataAsync($$"""
            { measures(where: { code: { in: ["all-crimes", "{{TidyFiguresApp.Casualties}}", "{{TidyFiguresApp.Housebreaking}}"] } }, order: [{ code: ASC }]) {
                nodes { code series(area: "S12000033", from: "2021-04-01", to: "2022-03-31") { grain points { value } } } } }
            """);
        Assert.Equal(["all-crimes YEAR 1", "tidy-casualties QUARTER 4", "tidy-housebreaking MONTH 12"],
            data.Entries("measures.nodes").Select(node => $"{node.Text("code")} {node.Text("series.grain")} {node.At("series.points").GetArrayLength()}"));
    }

    [Theory]
    [InlineData("from: \"2022-03-31\", to: \"2020-04-01\"", "INVALID_RANGE", "before it begins")]
    [InlineData("from: \"1899-12-31\", to: \"1901-04-01\"", "INVALID_RANGE", "1899-12-31")]
    [InlineData("from: \"0001-01-01\", to: \"0002-04-01\"", "INVALID_RANGE", "0001-01-01")]
    [InlineData("from: \"2099-04-01\", to: \"9999-12-31\"", "INVALID_RANGE", "9999-12-31")]
    [InlineData("from: \"1900-01-01\", to: \"1950-01-31\"", "INVALID_RANGE", "601 points")]
    [InlineData("from: \"2010-01-01\", to: \"2018-05-31\"", "TOO_MANY_ROWS", "101 points, more than 100")]
    [InlineData("from: \"2020-04-01\", to: \"2022-03-31\", baselinePoints: 11", "INVALID_BASELINE", "11")]
    [InlineData("from: \"2020-04-01\", to: \"2022-03-31\", baselinePoints: -1", "INVALID_BASELINE", "-1")]
    [InlineData("from: \"2020-04-01\", to: \"2022-03-31\", recalculations: [{ from: \"2021-04-01\", reason: \" \" }]", "INVALID_BASELINE", "reason")]
    [InlineData("from: \"2020-04-01\", to: \"2022-03-31\", area: \"S99\"", "UNKNOWN_AREA", "S99")]
    public async Task What_is_refused_says_what_and_why(string arguments, string code, string named)
    {
        var area = arguments.Contains("area:", StringComparison.Ordinal) ? "" : "area: \"S12000033\", ";
        var answer = await app.AskAsync($"{{ measure(code: \"{TidyFiguresApp.Housebreaking}\") {{ series({area}{arguments}) {{ points {{ value }} }} }} }}");
        Assert.Equal(code, answer.ErrorCode());
        Assert.Contains(named, answer.Text("errors.0.message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from: \"1900-01-01\", to: \"1900-01-31\"", 1)]
    [InlineData("from: \"2100-12-01\", to: \"2100-12-31\"", 1)]
    [InlineData("from: \"2021-04-02\", to: \"2021-05-30\"", 0)]
    [InlineData("from: \"1900-01-01\", to: \"1900-01-01\", transform: ROLLING_12", 0)]
    [InlineData("from: \"2010-01-01\", to: \"2018-04-30\"", 100)]
    public async Task What_is_just_allowed_is_answered(string arguments, int points) =>
        Assert.Equal(points, (await SeriesAsync(TidyFiguresApp.Housebreaking, arguments, "target reason phases { from because } points { value }")).At("points").GetArrayLength());

    private async Task<JsonElement> SeriesAsync(string measure, string arguments, string selection, string area = "S12000033") =>
        (await app.DataAsync($"{{ measure(code: \"{measure}\") {{ series(area: \"{area}\", {arguments}) {{ {selection} }} }} }}")).At("measure.series");

    private static IEnumerable<string> Values(JsonElement series) => series.Entries("points").Select(point => $"{point.Text("period")} {point.At("value")}");
}
