using System.Globalization;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Pivots;

/// <summary>Pivots drawn at random, each cell beside the scorecard's figure for the same measure, area and period, or for what they are together.</summary>
public sealed class PivotPropertyTests(RunningApp app) : IClassFixture<RunningApp>
{
    /// <summary>What is not of several areas together.</summary>
    private static readonly string[] OfOneArea = ["TARGET", "RAG", "ASSURANCE"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Cells_and_totals_are_the_scorecards_figures(int seed)
    {
        var drawn = new RandomPivot(new Random(seed));
        var pivot = (await app.DataAsync(drawn.Query)).GetProperty("pivot");
        var (columns, rows) = (pivot.GetProperty("columns").EnumerateArray().ToList(), pivot.GetProperty("rows").EnumerateArray().ToList());
        var areas = rows.Concat(columns).Select(one => Key(one, "area")).OfType<string>().Append(drawn.AreaTogether).Distinct();
        var figures = await FiguresAsync(drawn, areas);
        var compared = 0;
        foreach (var row in rows)
        {
            var cells = row.GetProperty("cells").EnumerateArray().ToList();
            Assert.Equal(columns.Count, cells.Count);
            for (var i = 0; i < cells.Count; i++)
                compared += Compare(drawn, figures, (row, columns[i]), cells[i]);
        }
        Assert.True(compared > 0 || drawn.PeriodTogether is null);
    }

    private static int Compare(RandomPivot drawn, Dictionary<(string, string, string), JsonElement> figures, (JsonElement Row, JsonElement Column) at, JsonElement cell)
    {
        string? Key(string member) => PivotPropertyTests.Key(at.Row, member) ?? PivotPropertyTests.Key(at.Column, member);
        var value = at.Column.GetProperty("value").GetString()!;
        var measure = Key("measure") ?? (drawn.Measures.Length == 1 ? drawn.Measures[0] : null);
        var area = Key("area");
        var period = Key("period") ?? drawn.PeriodTogether;
        if (period is null || (measure is null && Key("outcome") is not null)) return 0;
        var isTogether = area is null && !drawn.HasOneArea && OfOneArea.Contains(value);
        var expected = measure is null || isTogether
            ? new ScorecardFigure(null, "NOT_APPLICABLE")
            : Key("outcome") is { } outcome && outcome != Outcomes[measure] ? new ScorecardFigure(null, "NOT_APPLICABLE")
            : ScorecardFigure.Of(figures[(measure, area ?? drawn.AreaTogether, period)], value);
        Assert.Equal(expected.Reason, cell.GetProperty("reason").GetString());
        AssertSame(expected.Text, cell);
        return 1;
    }

    private static void AssertSame(string? expected, JsonElement cell)
    {
        var text = cell.GetProperty("word").ValueKind is JsonValueKind.Null ? cell.GetProperty("value") : cell.GetProperty("word");
        if (expected is null) Assert.Equal(JsonValueKind.Null, text.ValueKind);
        else if (expected.StartsWith('"')) Assert.Equal(expected, text.GetRawText());
        else AssertNear(double.Parse(expected, CultureInfo.InvariantCulture), text.GetDouble());
    }

    // A total may add its parts in another order.
    private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, Math.Max(1e-9, Math.Abs(expected) * 1e-9));

    private async Task<Dictionary<(string, string, string), JsonElement>> FiguresAsync(RandomPivot drawn, IEnumerable<string> areas)
    {
        var data = await app.DataAsync(drawn.Scorecards(areas));
        var figures = new Dictionary<(string, string, string), JsonElement>();
        foreach (var scorecard in data.EnumerateObject())
        {
            foreach (var row in scorecard.Value.GetProperty("rows").EnumerateArray())
                figures.Add((row.GetProperty("measure").GetProperty("code").GetString()!, Code(row.GetProperty("area")), scorecard.Value.GetProperty("period").GetString()!), row);
        }
        return figures;
    }

    private static readonly Dictionary<string, string> Outcomes = new()
    {
        ["demo-violence-and-disorder"] = "1a",
        ["demo-serious-organised-crime"] = "1b",
        ["demo-public-protection"] = "1d",
        ["demo-detection-rate"] = "1",
        ["demo-engagement-activities"] = "3",
        ["demo-local-crime-perception"] = "2",
    };

    private static string? Key(JsonElement one, string member)
    {
        var key = one.GetProperty("header").GetProperty(member);
        return key.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => key.GetString(), _ => Code(key) };
    }

    /// <summary>A division goes by its letter here, other nouns by their code.</summary>
    private static string Code(JsonElement noun) =>
        noun.TryGetProperty("letter", out var letter) && letter.ValueKind is JsonValueKind.String ? letter.GetString()! : noun.GetProperty("code").GetString()!;
}
