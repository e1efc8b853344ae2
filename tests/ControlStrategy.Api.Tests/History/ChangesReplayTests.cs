using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>The figures of a moment, with the changes since then applied, are the figures of the later moment.</summary>
public sealed class ChangesReplayTests
{
    private const int Rounds = 6;
    private const int Pairs = 20;

    private const string Figures = """
        query ($at: DateTime) {
          observations(asAt: $at, first: 1000, where: { periodStart: { lt: "1960-01-01" } }) { nodes { measure { code } area { code } periodStart periodEnd value numerator denominator status } }
          targets(asAt: $at, first: 1000) { nodes { measure { code } area { code } financialYearStart value tolerance } }
          areaPopulations(asAt: $at, first: 1000, where: { midYear: { lt: 1960 } }) { nodes { area { code } midYear allAges aged16AndOver } }
          surveyEstimates(asAt: $at, first: 1000, where: { question: { code: { eq: "QRATPOL" } } }) { nodes { question { code } area { code } wave { label } percentage unweightedBase } } }
        """;

    private const string Changes = """
        query ($at: DateTime!, $until: DateTime, $first: Int, $after: String) {
          changesSince(asAt: $at, until: $until, first: $first, after: $after) { totalCount hasNextPage endCursor changes {
            figure kind measure { code } question { code } area { code } period periodStart periodEnd difference
            before { value numerator denominator status tolerance aged16AndOver unweightedBase }
            after { value numerator denominator status tolerance aged16AndOver unweightedBase } } } }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_changes_lead_from_what_was_known_to_what_is_known(int seed)
    {
        var random = new Random(seed);
        var start = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await using var app = await StartedApp.CreateAsync(new FakeTimeProvider(start));
        var moments = new List<DateTimeOffset> { start };
        foreach (var file in new RevisedFigures(seed).Series(Rounds))
            moments.Add(await app.ImportAsync(file, TimeSpan.FromMinutes(10)));
        var kinds = new HashSet<string>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var from = random.Next(moments.Count);
            // At the very moment of an import its figures are known and those before them are not; a millisecond earlier it is the other way.
            var (at, until) = (moments[from].AddMilliseconds(random.Next(-1, 2)), moments[random.Next(from, moments.Count)].AddMilliseconds(random.Next(-1, 2)));
            await LeadAsync(app.App, at, pair % 4 == 0 ? null : until < at ? at : until, kinds, random.Next(1, 20));
        }
        Assert.Equal(["FINALISED", "NEW", "REOPENED", "REVISED"], kinds.Order(StringComparer.Ordinal));
    }

    private static async Task LeadAsync(RunningApp app, DateTimeOffset at, DateTimeOffset? until, HashSet<string> kinds, int first)
    {
        var known = await FiguresAsync(app, at);
        var (seen, after, hasNextPage) = (new HashSet<string>(), (string?)null, true);
        while (hasNextPage)
        {
            var page = (await app.DataAsync(Changes, new { at, until, first, after })).GetProperty("changesSince");
            foreach (var change in page.GetProperty("changes").EnumerateArray())
            {
                var (key, earlier, later) = (Key(change), State(change.GetProperty("before")), State(change.GetProperty("after"))!);
                Assert.True(seen.Add(key), key);
                Assert.Equal(known.GetValueOrDefault(key), earlier);
                Assert.NotEqual(earlier, later);
                known[key] = later;
                kinds.Add(change.GetProperty("kind").GetString()!);
                IsOfItsKind(change, earlier, later);
            }
            (hasNextPage, after) = (page.GetProperty("hasNextPage").GetBoolean(), page.GetProperty("endCursor").GetString());
            if (!hasNextPage) Assert.Equal(seen.Count, page.GetProperty("totalCount").GetInt32());
        }
        Assert.Equal((await FiguresAsync(app, until)).OrderBy(figure => figure.Key, StringComparer.Ordinal), known.OrderBy(figure => figure.Key, StringComparer.Ordinal));
    }

    private static void IsOfItsKind(JsonElement change, string? earlier, string later)
    {
        var isSame = Plain(earlier ?? "") == Plain(later);
        var expected = earlier is null ? "NEW" : !isSame ? "REVISED" : later.Contains("FINAL", StringComparison.Ordinal) ? "FINALISED" : "REOPENED";
        Assert.Equal(expected, change.GetProperty("kind").GetString());
        if (earlier is null) Assert.Equal(JsonValueKind.Null, change.GetProperty("difference").ValueKind);
        else Assert.Equal(Value(change.GetProperty("after")) - Value(change.GetProperty("before")), change.GetProperty("difference").GetDecimal());
    }

    private static decimal Value(JsonElement state) => state.GetProperty("value").GetDecimal();

    private static string Plain(string state) => state.Replace("FINAL", "", StringComparison.Ordinal).Replace("PROVISIONAL", "", StringComparison.Ordinal);

    private static string Key(JsonElement change) => string.Join(' ', new[] { "measure", "question", "area" }.Select(noun => change.GetProperty(noun))
        .Where(noun => noun.ValueKind != JsonValueKind.Null).Select(noun => noun.GetProperty("code").GetString()).Prepend(change.GetProperty("figure").GetString())
        .Append(change.GetProperty("figure").GetString() == "OBSERVATION" ? $"{change.GetProperty("periodStart")}/{change.GetProperty("periodEnd")}" : change.GetProperty("period").GetString()));

    private static string? State(JsonElement state) => state.ValueKind == JsonValueKind.Null ? null : Joined(state.EnumerateObject().Select(member => member.Value).ToArray());

    private static string Joined(params JsonElement[] values) => string.Join(' ', values.Where(value => value.ValueKind != JsonValueKind.Null).Select(value => value.ToString()));

    /// <summary>Every figure known at a moment, as the lists answer them.</summary>
    private static async Task<Dictionary<string, string>> FiguresAsync(RunningApp app, DateTimeOffset? at)
    {
        var data = await app.DataAsync(Figures, new { at });
        return Read("OBSERVATION", "observations", node => $"{Code(node, "measure")} {Code(node, "area")} {node.GetProperty("periodStart")}/{node.GetProperty("periodEnd")}", "value", "numerator", "denominator", "status")
            .Concat(Read("TARGET", "targets", node => $"{Code(node, "measure")} {Code(node, "area")} {Year(node)}", "value", "tolerance"))
            .Concat(Read("POPULATION", "areaPopulations", node => $"{Code(node, "area")} mid-{node.GetProperty("midYear")}", "allAges", "aged16AndOver"))
            .Concat(Read("ESTIMATE", "surveyEstimates", node => $"{Code(node, "question")} {Code(node, "area")} {node.GetProperty("wave").GetProperty("label").GetString()}", "percentage", "unweightedBase"))
            .ToDictionary(figure => figure.Key, figure => figure.State);

        IEnumerable<(string Key, string State)> Read(string figure, string list, Func<JsonElement, string> key, params string[] members) =>
            data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => ($"{figure} {key(node)}", Joined([.. members.Select(member => node.GetProperty(member))])));
    }

    private static string? Code(JsonElement node, string noun) => node.GetProperty(noun).GetProperty("code").GetString();

    private static string Year(JsonElement node)
    {
        var start = node.GetProperty("financialYearStart").GetInt32();
        return $"{start}/{(start + 1) % 100:00}";
    }
}
