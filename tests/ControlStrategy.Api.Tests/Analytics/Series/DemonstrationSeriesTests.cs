using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Series;

/// <summary>Series of the demonstration data, against its observations and against limits calculated here.</summary>
public sealed class DemonstrationSeriesTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string ThreeYears = "from: \"2023-04-01\", to: \"2026-03-31\"";

    [Theory]
    [InlineData("demo-road-crime", "S12000033")]
    [InlineData("demo-violence-and-disorder", "A")]
    [InlineData("demo-detection-rate", "S92000003")]
    public async Task The_query_others_rely_on_has_the_limits_of_its_points(string measure, string area)
    {
        var series = await SeriesAsync(measure, area, ThreeYears + ", grain: MONTH",
            "mean lowerLimit upperLimit nearLowerLimit nearUpperLimit variation assurance reason target points { periodStart value flags { rule direction } }");
        double[] values = [.. series.Entries("points").Select(point => point.Number("value")!.Value)];
        Assert.Equal(36, values.Length);
        var mean = values.Average();
        var reach = 2.66 * values.Zip(values.Skip(1), (one, next) => Math.Abs(next - one)).Average();
        Assert.Equal([mean, mean - reach, mean - (reach * 2 / 3), mean + (reach * 2 / 3), mean + reach],
            new[] { "mean", "lowerLimit", "nearLowerLimit", "nearUpperLimit", "upperLimit" }.Select(name => series.Number(name)!.Value), (one, other) => Math.Abs(one - other) < 1e-9 * mean);
        foreach (var (place, point) in series.Entries("points").Index())
            Assert.Equal(Math.Abs(values[place] - mean) > reach, point.Entries("flags").Any(flag => flag.Text("rule") == "OUTSIDE_LIMITS"));
        Assert.Equal(series.Entries("points.35.flags").Count == 0, series.Text("variation") == "COMMON_CAUSE");
        Assert.Null(series.Text("reason"));
        // Targets are set for councils only.
        Assert.Equal(area.StartsWith("S12", StringComparison.Ordinal), series.Number("target") is not null && series.Text("assurance") is not null);
    }

    [Fact]
    public async Task The_state_in_a_scorecard_is_that_of_the_series_of_the_same_36_months()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2025/26", areas: ["S12000033"]) { rows { measure { code grain } variation assurance chartReason } }
              measures(first: 1000) { nodes { code series(area: "S12000033", from: "2023-04-01", to: "2026-03-31", grain: MONTH) { variation assurance } } } }
            """);
        var series = data.Entries("measures.nodes").ToDictionary(node => node.Text("code")!);
        var charted = data.Entries("scorecard.rows").Where(row => row.Text("chartReason") is null).ToList();
        Assert.Equal(13, charted.Count);
        Assert.All(charted, row => Assert.Equal(
            (series[row.Text("measure.code")!].Text("series.variation"), series[row.Text("measure.code")!].Text("series.assurance")), (row.Text("variation"), row.Text("assurance"))));
        // Crimes come by the year, and of real activities none is on record.
        Assert.All(data.Entries("scorecard.rows").Except(charted), row => Assert.Equal(
            (row.Text("measure.grain") is "YEAR" ? "NOT_APPLICABLE" : "NOT_AVAILABLE", null), (row.Text("chartReason"), row.Text("variation"))));
    }

    [Fact]
    public async Task Transforms_are_sums_of_the_months_and_councils_add_up_to_the_nation()
    {
        double[] months = await ValuesAsync("S92000003", "from: \"2022-04-01\", to: \"2026-03-31\"");
        Assert.Equal(Enumerable.Range(12, 36).Select(place => months[(place / 12 * 12)..(place + 1)].Sum()), await ValuesAsync("S92000003", ThreeYears + ", transform: YEAR_TO_DATE"));
        Assert.Equal(Enumerable.Range(12, 36).Select(place => months[(place - 11)..(place + 1)].Sum()), await ValuesAsync("S92000003", ThreeYears + ", transform: ROLLING_12"));
        Assert.Equal(Enumerable.Range(4, 12).Select(quarter => months[(3 * quarter)..((3 * quarter) + 3)].Sum()), await ValuesAsync("S92000003", ThreeYears + ", grain: QUARTER"));
        var parts = new double[36];
        foreach (var command in new[] { "COMMAND-NORTH", "COMMAND-EAST", "COMMAND-WEST" })
            parts = [.. parts.Zip(await ValuesAsync(command, ThreeYears), (sum, part) => sum + part)];
        Assert.Equal(months[12..], parts);
    }

    private async Task<double[]> ValuesAsync(string area, string arguments) =>
        [.. (await SeriesAsync("demo-road-crime", area, arguments, "points { value }")).Entries("points").Select(point => point.Number("value")!.Value)];

    private async Task<JsonElement> SeriesAsync(string measure, string area, string arguments, string selection) =>
        (await app.DataAsync($"{{ measure(code: \"{measure}\") {{ series(area: \"{area}\", {arguments}) {{ {selection} }} }} }}")).At("measure.series");
}
