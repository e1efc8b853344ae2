using System.Globalization;
using System.Text.Json;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class StrategyMapTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Nodes = "objectives { objective { number } } initiatives { initiative { code } } outcomes { outcome { code } state { measures onTarget } } measures { measure { code } } links { kind from to }";

    [Fact]
    public async Task Every_link_joins_two_nodes_of_the_map_and_every_node_is_joined()
    {
        var map = await AskAsync("period: \"2025/26\"", Nodes);
        var nodes = new Dictionary<string, HashSet<string>>
        {
            ["OBJECTIVE"] = Codes(map, "objectives", "objective", "number"),
            ["INITIATIVE"] = Codes(map, "initiatives", "initiative", "code"),
            ["OUTCOME"] = Codes(map, "outcomes", "outcome", "code"),
            ["MEASURE"] = Codes(map, "measures", "measure", "code"),
        };
        var joined = new HashSet<(string, string)>();
        foreach (var link in map.GetProperty("links").EnumerateArray())
        {
            var kinds = link.GetProperty("kind").GetString()!.Split('_');
            var (from, to) = (link.GetProperty("from").GetString()!, link.GetProperty("to").GetString()!);
            var kindTo = kinds[1] == "PART" ? kinds[0] : kinds[1];
            Assert.Contains(from, nodes[kinds[0]]);
            Assert.Contains(to, nodes[kindTo]);
            Assert.True(joined.Add((kindTo, to)) || kindTo is "OUTCOME", $"{to} is joined to two of a kind.");
        }
        Assert.All(nodes["INITIATIVE"], code => Assert.Contains(("INITIATIVE", code), joined));
        Assert.All(nodes["MEASURE"], code => Assert.Contains(("MEASURE", code), joined));
        Assert.Equal(5, nodes["OBJECTIVE"].Count);
        Assert.Equal(["1", "1a", "1b", "1c", "1d", "2", "3"], nodes["OUTCOME"].Order(StringComparer.Ordinal));
    }

    /// <summary>Initiatives of other areas are not on the map, nor do links lead to them; a part whose whole is not on it hangs on the objective.</summary>
    [Fact]
    public async Task The_map_of_an_area_has_no_link_to_what_is_not_on_it()
    {
        await app.ImportAsync(ImportKind.Initiatives, """
            code,name,summary,kind,objective,parent,outcomes,areas
            far-away,Far away,Far.,PARTNERSHIP,1,,1;2,S12000034
            far-away-here,Far away here,Far.,CAMPAIGN,1,far-away,1,S12000036
            far-away-there,Far away there,Far.,CAMPAIGN,1,far-away,1,S12000034

            """);
        var map = await AskAsync("period: \"2025/26\", area: \"S12000036\"", Nodes);
        var initiatives = Codes(map, "initiatives", "initiative", "code");
        Assert.Contains("far-away-here", initiatives);
        Assert.DoesNotContain("far-away", initiatives);
        var links = map.GetProperty("links").EnumerateArray().Select(link => $"{link.GetProperty("kind")} {link.GetProperty("from")} {link.GetProperty("to")}").ToList();
        Assert.Contains("OBJECTIVE_INITIATIVE 1 far-away-here", links);
        Assert.All(links.Where(link => link.Contains("far-away", StringComparison.Ordinal)), link => Assert.Contains("far-away-here", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_work_of_a_period_that_is_not_over_is_looked_at_today()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        var on = DateOnly.Parse((await AskAsync("period: \"2098/99\"", "on")).GetProperty("on").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(on, DateOnly.FromDateTime(before), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", area: \"A\"")]
    public async Task Its_states_are_those_of_the_scorecard_and_of_the_delivery(string area)
    {
        var areas = area.Length == 0 ? "" : "(areas: [\"A\"], on: \"2026-03-31\")";
        var data = await app.DataAsync($$"""
            { strategyMap(period: "2025/26"{{area}}) { on objectives { progress { ofDue { percent } } milestones { overdue } } outcomes { state { measures onTarget improving } } measures { current { value } rag variation change { significance } } }
              scorecard(period: "2025/26"{{area}}) { rows { current { value } rag variation change { significance } } outcomes { measures onTarget improving } }
              delivery{{(areas.Length == 0 ? "(on: \"2026-03-31\")" : areas)}} { objectives { progress { ofDue { percent } } milestones { overdue } } } }
            """);
        var map = data.GetProperty("strategyMap");
        Assert.Equal("2026-03-31", map.GetProperty("on").GetString());
        Assert.Equal(data.GetProperty("scorecard").GetProperty("rows").GetRawText(), map.GetProperty("measures").GetRawText());
        Assert.Equal(data.GetProperty("delivery").GetProperty("objectives").GetRawText(), map.GetProperty("objectives").GetRawText());
        Assert.Equal(
            data.GetProperty("scorecard").GetProperty("outcomes").EnumerateArray().Select(state => state.GetRawText()),
            map.GetProperty("outcomes").EnumerateArray().Select(node => node.GetProperty("state")).Where(state => state.ValueKind != JsonValueKind.Null).Select(state => state.GetRawText()));
    }

    [Theory]
    [InlineData("period: \"2025\"", "INVALID_PERIOD")]
    [InlineData("period: \"2025/26\", area: \"S99\"", "UNKNOWN_AREA")]
    public async Task What_is_not_known_is_named(string arguments, string code)
    {
        var error = (await app.AskAsync($"{{ strategyMap({arguments}) {{ period }} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<JsonElement> AskAsync(string arguments, string selected) => (await app.DataAsync($"{{ strategyMap({arguments}) {{ {selected} }} }}")).GetProperty("strategyMap");

    private static HashSet<string> Codes(JsonElement map, string nodes, string noun, string key) =>
        [.. map.GetProperty(nodes).EnumerateArray().Select(node => node.GetProperty(noun).GetProperty(key).ToString())];
}
