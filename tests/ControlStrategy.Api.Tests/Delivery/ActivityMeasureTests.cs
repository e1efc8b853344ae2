using System.Text.Json;
using ControlStrategy.Domain.Imports;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Delivery;

/// <summary>Figures of activities beside the activities themselves, in what ships and in what was imported.</summary>
public sealed class ActivityMeasureTests(ActivityMeasureTests.ImportedApp app) : IClassFixture<ActivityMeasureTests.ImportedApp>
{
    public static TheoryData<string, string, string> Areas
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (code, dimension) in new[] { ("S12000033", "COUNCIL_AREA"), ("S12000036", "COUNCIL_AREA"), ("S32000015", "POLICE_DIVISION"), ("S32000008", "POLICE_DIVISION"), ("COMMAND-NORTH", "COMMAND_AREA"), ("S92000003", "NATION") })
            {
                data.Add(code, dimension, "demo-");
                data.Add(code, dimension, "");
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Series_and_scorecard_are_what_the_activities_of_the_same_months_and_areas_come_to(string area, string dimension, string prefix)
    {
        foreach (var (name, kind) in new[] { ("engagement", "ENGAGEMENT"), ("communication", "COMMUNICATION"), ("all", null) })
        {
            var groups = await GroupsAsync(area, dimension, prefix, kind);
            foreach (var (measure, what) in new[] { ($"{prefix}{name}-activities", "count"), ($"{prefix}{name}-reach", "reach") })
            {
                var points = await SeriesAsync(measure, area);
                Assert.Equal(18, points.Count);
                foreach (var (month, value) in points)
                    Assert.Equal(groups.TryGetValue(month, out var group) ? group[what] : 0, value);
                var year = await ScorecardAsync(measure, area);
                Assert.Equal(points.Where(point => string.CompareOrdinal(point.Month, "2025-04") >= 0 && string.CompareOrdinal(point.Month, "2026-03") <= 0).Sum(point => point.Value), year);
            }
        }
    }

    [Fact]
    public async Task Months_before_anything_was_recorded_are_not_known()
    {
        var data = await app.DataAsync("{ scorecard(period: \"2023/24\", measures: [\"engagement-activities\"]) { rows { current { value reason } } } }");
        Assert.Equal("""{"value":null,"reason":"NOT_AVAILABLE"}""", data.GetProperty("scorecard").GetProperty("rows")[0].GetProperty("current").GetRawText());
    }

    [Fact]
    public async Task A_council_area_where_nothing_was_held_has_nought_and_figures_say_where_they_come_from()
    {
        var data = await app.DataAsync("""
            { scorecard(period: "2025/26", areas: ["S12000013"], measures: ["engagement-activities", "demo-engagement-activities"]) { sources rows { measure { demonstration unit polarity } current { value } } }
              observations(first: 1, where: { measure: { code: { eq: "engagement-activities" } } }) { nodes { source import { kind } } } }
            """);
        Assert.Equal("""["Demonstration data, not statistics","Management information, computed from the activities on record"]""", data.GetProperty("scorecard").GetProperty("sources").GetRawText());
        Assert.Equal("""{"measure":{"demonstration":false,"unit":"activities","polarity":"HIGHER_IS_BETTER"},"current":{"value":0}}""", data.GetProperty("scorecard").GetProperty("rows")[0].GetRawText());
        Assert.Equal("""{"source":"Management information, computed from the activities on record","import":{"kind":"ACTIVITIES"}}""", data.GetProperty("observations").GetProperty("nodes")[0].GetRawText());
    }

    private async Task<Dictionary<string, Dictionary<string, double>>> GroupsAsync(string area, string dimension, string prefix, string? kind)
    {
        var where = $"demonstration: {{ eq: {(prefix.Length > 0 ? "true" : "false")} }}, heldOn: {{ gte: \"2025-04-01\", lte: \"2026-09-30\" }}{(kind is null ? "" : $", kind: {{ eq: {kind} }}")}";
        var key = JsonNamingPolicy.CamelCase.ConvertName(string.Concat(dimension.Split('_').Select(word => word[0] + word[1..].ToLowerInvariant())));
        var data = await app.DataAsync($"{{ activitiesGrouped(by: [{dimension}, MONTH], first: 1000, where: {{ {where} }}) {{ nodes {{ keys {{ {key} {{ code }} month }} count sum {{ reach }} }} }} }}");
        return data.GetProperty("activitiesGrouped").GetProperty("nodes").EnumerateArray()
            .Where(node => node.GetProperty("keys").GetProperty(key) is { ValueKind: JsonValueKind.Object } one && one.GetProperty("code").GetString() == area)
            .ToDictionary(node => node.GetProperty("keys").GetProperty("month").GetString()!, node => new Dictionary<string, double>
            {
                ["count"] = node.GetProperty("count").GetDouble(),
                ["reach"] = node.GetProperty("sum").GetProperty("reach") is { ValueKind: JsonValueKind.Number } reach ? reach.GetDouble() : 0,
            });
    }

    private async Task<List<(string Month, double Value)>> SeriesAsync(string measure, string area)
    {
        var data = await app.DataAsync($"{{ measure(code: \"{measure}\") {{ series(area: \"{area}\", from: \"2025-04-01\", to: \"2026-09-30\", grain: MONTH) {{ points {{ period value }} }} }} }}");
        return [.. data.GetProperty("measure").GetProperty("series").GetProperty("points").EnumerateArray().Select(point => (point.GetProperty("period").GetString()!, point.GetProperty("value").GetDouble()))];
    }

    private async Task<double> ScorecardAsync(string measure, string area) =>
        (await app.DataAsync($"{{ scorecard(period: \"2025/26\", areas: [\"{area}\"], measures: [\"{measure}\"]) {{ rows {{ current {{ value }} }} }} }}"))
            .GetProperty("scorecard").GetProperty("rows")[0].GetProperty("current").GetProperty("value").GetDouble();

    /// <summary>What ships, and real activities of two years, one of a division and one of the nation among them.</summary>
    public sealed class ImportedApp : RunningApp
    {
        public ImportedApp() => Clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero));

        protected override async Task FillAsync()
        {
            var random = new Random(7);
            string[] areas = ["S12000033", "S12000034", "S12000036", "S12000049", "S32000015", "S92000003"];
            var rows = Enumerable.Range(0, 150).Select(number => FormattableString.Invariant(
                $"metal-theft,{areas[random.Next(areas.Length)]},{new DateOnly(2025, 4, 1).AddDays(random.Next(548)):yyyy-MM-dd},{(random.Next(2) == 0 ? "ENGAGEMENT" : "COMMUNICATION")},Work {number},{(random.Next(4) == 0 ? "" : $"{random.Next(500)}")}"));
            await ImportAsync(ImportKind.Activities, "initiative,area,held_on,kind,title,reach\n" + string.Join('\n', rows) + """

                metal-theft,S12000033,2025-04-01,ENGAGEMENT,First,5
                metal-theft,S12000033,2026-09-30,ENGAGEMENT,Last,5
                """);
        }
    }
}
