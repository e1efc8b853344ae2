using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Scorecards;

/// <summary>Scorecards of the demonstration data, against sums of its observations made here.</summary>
public sealed class DemonstrationScorecardTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Area = "S12000033";
    private const string Measure = "demo-road-crime";

    [Fact]
    public async Task The_query_others_rely_on_agrees_with_the_observations()
    {
        var months = await MonthsAsync();
        var row = (await app.DataAsync("""
            { scorecard(period: "2025/26", areas: ["S12000033"], measures: ["demo-road-crime"]) { rows { measure { code } area { code }
              current { value lower upper reason } previous { value } change { number percent pValue significance dispersion earlierChanges plainPValue adjustedPValue }
              fiveYearMean { value } fiveYearChange { number percent } rate { value population reason } variation assurance rag target { value tolerance } commentary { status text } } } }
            """)).At("scorecard.rows.0");
        double[] years = [.. Enumerable.Range(0, 10).Select(back => Sum(months, new DateOnly(2025 - back, 4, 1), 12))];
        var mean = years[1..6].Average();
        Assert.Equal((years[0], years[1], years[0] - years[1]), (row.Number("current.value"), row.Number("previous.value"), row.Number("change.number")));
        Assert.Equal(100 * (years[0] - years[1]) / years[1], row.Number("change.percent")!.Value, 9);
        Assert.Equal((Math.Round(mean, 9), Math.Round(years[0] - mean, 9)), (row.Number("fiveYearMean.value", 9), row.Number("fiveYearChange.number", 9)));
        // Nine years lie before this one; without people exposure is equal, so a squared standardised change is (k1 - k2)² / (k1 + k2).
        Assert.Equal((8, Math.Round(Math.Max(1, Enumerable.Range(1, 8).Average(back => Math.Pow(years[back] - years[back + 1], 2) / (years[back] + years[back + 1]))), 9)), (row.Number("change.earlierChanges"), row.Number("change.dispersion", 9)));
        Assert.True(row.Number("change.plainPValue") <= row.Number("change.pValue"));
        Assert.Equal(row.Number("change.pValue"), row.Number("change.adjustedPValue"));
        var (target, tolerance) = (row.Number("target.value")!.Value, row.Number("target.tolerance")!.Value);
        Assert.Equal(years[0] <= target ? "ON_TARGET" : years[0] <= target * (1 + (tolerance / 100)) ? "WITHIN_TOLERANCE" : "OFF_TARGET", row.Text("rag"));
        Assert.Equal("APPROVED", row.Text("commentary.status"));
        Assert.InRange(years[0], row.Number("current.lower")!.Value, row.Number("current.upper")!.Value);
    }

    [Fact]
    public async Task Twelve_months_and_the_beginning_of_a_year_agree_with_the_observations()
    {
        var months = await MonthsAsync();
        var row = (await app.DataAsync("""
            { scorecard(period: "2024/25 YTD Aug", areas: ["S12000033"], measures: ["demo-road-crime"]) { rows { current { value } previous { value } fiveYearMean { value } rolling12 { value } rolling12Change { number } } } }
            """)).At("scorecard.rows.0");
        Assert.Equal((Sum(months, new(2024, 4, 1), 5), Sum(months, new(2023, 4, 1), 5)), (row.Number("current.value"), row.Number("previous.value")));
        Assert.Equal(Enumerable.Range(2019, 5).Average(year => Sum(months, new(year, 4, 1), 5)), row.Number("fiveYearMean.value")!.Value, 9);
        Assert.Equal((Sum(months, new(2023, 9, 1), 12), Sum(months, new(2023, 9, 1), 12) - Sum(months, new(2022, 9, 1), 12)), (row.Number("rolling12.value"), row.Number("rolling12Change.number")));
    }

    [Theory]
    [InlineData("level: COUNCIL_AREA, areas: [\"A\"]", "S12000020,S12000033,S12000034")]
    [InlineData("level: POLICE_DIVISION, areas: [\"S12000033\"]", "S32000015")]
    [InlineData("level: POLICE_DIVISION, area: \"COMMAND-NORTH\"", "S32000010,S32000015,S32000017")]
    [InlineData("level: COMMAND_AREA", "COMMAND-EAST,COMMAND-NORTH,COMMAND-WEST")]
    [InlineData("level: NATION, areas: [\"A\"]", "S92000003")]
    [InlineData("level: COUNCIL_AREA, areas: [\"S12000033\", \"S12000036\"]", "S12000033,S12000036")]
    [InlineData("", "S92000003")]
    public async Task A_level_drills_down_and_up(string arguments, string areas)
    {
        var data = await app.DataAsync($"{{ scorecard(period: \"2025/26\", measures: [\"{Measure}\"] {arguments}) {{ rows {{ area {{ code }} }} }} }}");
        Assert.Equal(areas, string.Join(',', data.Entries("scorecard.rows").Select(row => row.Text("area.code"))));
    }

    [Fact]
    public async Task Each_level_adds_up_to_the_one_above()
    {
        var sums = new List<double>();
        foreach (var level in new[] { "NATION", "COMMAND_AREA", "POLICE_DIVISION", "COUNCIL_AREA" })
        {
            var data = await app.DataAsync($"{{ scorecard(period: \"2025/26\", level: {level}, measures: [\"{Measure}\"]) {{ rows {{ current {{ value }} }} }} }}");
            sums.Add(data.Entries("scorecard.rows").Sum(row => row.Number("current.value")!.Value));
        }
        Assert.Single(sums.Distinct());
    }

    [Theory]
    [InlineData("level: COUNCIL_AREA", "")]
    [InlineData("areas: [\"S92000003\", \"A\"]", "outcome: \"1\"")]
    [InlineData("areas: [\"S12000033\"]", "outcome: \"1b\"")]
    [InlineData("areas: [\"S12000033\", \"S12000036\"]", "measures: [\"demo-road-crime\", \"demo-detection-rate\", \"demo-local-crime-perception\"]")]
    public async Task Each_outcome_counts_the_states_of_its_rows_and_of_those_below_it(string areas, string measures)
    {
        var data = await app.DataAsync($$"""
            { scorecard(period: "2025/26", {{areas}} {{measures}}) { rows { area { code } rag variation measure { outcome { code parent { code } } } }
              outcomes { outcome { code } area { code } measures onTarget withinTolerance offTarget noTarget improving concerning neutralChange commonCause noChart } } }
            """);
        var rows = data.Entries("scorecard.rows");
        var states = data.Entries("scorecard.outcomes");
        Assert.All(states, state => AssertCounts(state, [.. rows.Where(row => row.Text("area.code") == state.Text("area.code") && Outcomes(row).Contains(state.Text("outcome.code")))]));
        Assert.Equal(
            rows.SelectMany(row => Outcomes(row).Select(outcome => (outcome, row.Text("area.code")))).ToHashSet(),
            states.Select(state => (state.Text("outcome.code"), state.Text("area.code"))).ToHashSet());
        Assert.Equal(states.Count, states.Select(state => (state.Text("outcome.code"), state.Text("area.code"))).Distinct().Count());
    }

    private static void AssertCounts(JsonElement state, List<JsonElement> rows)
    {
        int Rag(string rag) => rows.Count(row => row.Text("rag") == rag);
        int Runs(string begin) => rows.Count(row => row.Text("variation")?.StartsWith(begin, StringComparison.Ordinal) == true);
        int[] expected =
        [
            rows.Count, Rag("ON_TARGET"), Rag("WITHIN_TOLERANCE"), Rag("OFF_TARGET"), Rag("NO_TARGET"),
            Runs("IMPROVING"), Runs("CONCERNING"), Runs("NEUTRAL"), Runs("COMMON"), rows.Count(row => row.Text("variation") is null),
        ];
        string[] names = ["measures", "onTarget", "withinTolerance", "offTarget", "noTarget", "improving", "concerning", "neutralChange", "commonCause", "noChart"];
        Assert.Equal(expected, names.Select(name => state.At(name).GetInt32()));
        Assert.True(rows.Count > 0 && rows.Count == expected[1..5].Sum() && rows.Count == expected[5..].Sum());
    }

    /// <summary>The outcome of a row, and the one above it.</summary>
    private static IEnumerable<string?> Outcomes(JsonElement row)
    {
        yield return row.Text("measure.outcome.code");
        if (row.At("measure.outcome.parent") is { ValueKind: JsonValueKind.Object } parent)
            yield return parent.Text("code");
    }

    private static double Sum(Dictionary<DateOnly, double> months, DateOnly first, int count) => Enumerable.Range(0, count).Sum(place => months[first.AddMonths(place)]);

    private async Task<Dictionary<DateOnly, double>> MonthsAsync() => (await app.DataAsync($$"""
        { observations(first: 1000, where: { measure: { code: { eq: "{{Measure}}" } }, area: { code: { eq: "{{Area}}" } }, grain: { eq: MONTH } }) { nodes { periodStart value } } }
        """)).Entries("observations.nodes").ToDictionary(node => DateOnly.ParseExact(node.Text("periodStart")!, "yyyy-MM-dd", null), node => node.Number("value")!.Value);
}
