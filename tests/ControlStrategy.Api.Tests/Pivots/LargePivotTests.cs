using System.Globalization;
using System.Text;
using System.Text.Json;
using ControlStrategy.Api.Tests.Surveys;
using ControlStrategy.Domain.Imports;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Pivots;

/// <summary>Sixty of the shipped measures in every council area over six years, of which one measure has months beside its year.</summary>
public sealed class ManyFiguresApp : RunningApp
{
    private const int Years = 6;

    public IReadOnlyList<string> Measures { get; private set; } = [];

    public IReadOnlyList<string> Areas { get; private set; } = [];

    public static int Value(int measure, int council, int year) => ((measure * 31) + (council * 17) + (year * 7)) % 500;

    protected override void Configure(IDictionary<string, string?> settings) => settings["Content:Demonstration"] = "false";

    protected override async Task FillAsync()
    {
        var engine = Services.GetRequiredService<GraphQLEngine>();
        using var answer = await engine.QueryAsync(
            "{ measures(first: 60, where: { kind: { eq: COUNT }, source: { contains: \"Recorded Crimes\" } }) { nodes { code } } areas(first: 100, where: { level: { neq: WARD } }, order: [{ code: ASC }]) { nodes { code level } } }",
            null, new Dictionary<string, object?>(), Services, CancellationToken.None);
        var data = answer.RootElement.GetProperty("data");
        Measures = [.. Nodes(data, "measures").Select(Code)];
        Areas = [.. Nodes(data, "areas").Select(Code)];
        var councils = Nodes(data, "areas").Where(area => area.GetProperty("level").GetString() is "COUNCIL_AREA").Select(Code).ToList();
        await ImportAsync(ImportKind.Observations, File(councils));
    }

    private string File(List<string> councils)
    {
        var file = new StringBuilder("measure,area,period,value\n");
        for (var measure = 0; measure < Measures.Count; measure++)
        {
            for (var council = 0; council < councils.Count; council++)
            {
                for (var year = 0; year < Years; year++)
                    file.Append(CultureInfo.InvariantCulture, $"{Measures[measure]},{councils[council]},{2016 + year}/{17 + year},{Value(measure, council, year)}\n");
            }
        }
        // Months of a year that has a row of its own as well; their sum is another number.
        for (var month = 4; month <= 12; month++)
            file.Append(CultureInfo.InvariantCulture, $"{Measures[0]},{councils[0]},2021-{month:00},1000\n");
        return file.ToString();
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes").EnumerateArray();

    private static string Code(JsonElement noun) => noun.GetProperty("code").GetString()!;
}

public sealed class LargePivotTests(ManyFiguresApp app) : IClassFixture<ManyFiguresApp>
{
    private const string Query = """
        query ($m: [String!], $a: [String!]) { pivot(rows: [MEASURE], columns: [AREA, PERIOD], values: [VALUE], measures: $m, areas: $a, from: "2017-04-01", to: "2022-03-31") {
            columns { header { area { code } period } } rows { header { label measure { code } } cells { value reason missingAreas } } } }
        """;

    [Fact]
    public async Task Sixty_measures_in_49_areas_over_five_years_are_one_request()
    {
        Assert.Equal((60, 49), (app.Measures.Count, app.Areas.Count));
        var pivot = (await app.DataAsync(Query, new { m = app.Measures, a = app.Areas })).GetProperty("pivot");
        var rows = pivot.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(60, rows.Count);
        Assert.All(rows, row => Assert.Equal(49 * 5, row.GetProperty("cells").GetArrayLength()));
        Assert.All(rows.SelectMany(row => row.GetProperty("cells").EnumerateArray()), cell => Assert.Equal(JsonValueKind.Number, cell.GetProperty("value").ValueKind));
        var nation = pivot.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("header").GetProperty("area").GetProperty("code").GetString()).TakeWhile(code => code != "S92000003").Count();
        for (var measure = 0; measure < rows.Count; measure++)
        {
            Assert.Equal(
                Enumerable.Range(1, 5).Select(year => Enumerable.Range(0, 32).Sum(council => ManyFiguresApp.Value(measure, council, year))),
                rows[measure].GetProperty("cells").EnumerateArray().Skip(nation).Take(5).Select(cell => cell.GetProperty("value").GetInt32()));
        }
    }

    [Fact]
    public async Task However_much_is_asked_the_statements_are_the_same()
    {
        var engine = app.Services.GetRequiredService<GraphQLEngine>();
        var small = await CountAsync(app.Measures.Take(1), app.Areas.Take(1));
        Assert.Equal(small, await CountAsync(app.Measures, app.Areas));
        // Areas, measures, breaks, names of measures and of areas; the sums are one more, which the context does not see.
        Assert.Equal(5, small);

        async Task<int> CountAsync(IEnumerable<string> measures, IEnumerable<string> areas)
        {
            using var statements = new ReadStatements();
            using var answer = await engine.QueryAsync(Query, null, new Dictionary<string, object?> { ["m"] = measures.ToList(), ["a"] = areas.ToList() }, app.Services, CancellationToken.None);
            Assert.False(answer.RootElement.TryGetProperty("errors", out var errors), errors.ToString());
            return statements.Count;
        }
    }

    [Fact]
    public async Task A_years_own_row_counts_beside_its_months()
    {
        var data = await app.DataAsync("""
            query ($m: [String!]) { pivot(rows: [PERIOD], values: [VALUE, ROLLING_12], measures: $m, area: "S12000005", periods: ["2021/22", "2021-09", "2021/22 Q3", "2021/22 YTD Oct", "2022-03"]) { rows { cells { value reason } } } }
            """, new { m = app.Measures.Take(1) });
        var year = ManyFiguresApp.Value(0, 0, 5);
        Assert.Equal(
            [$"{year} {year}", "1000 NOT_AVAILABLE", "3000 NOT_AVAILABLE", "7000 NOT_AVAILABLE", $"NOT_AVAILABLE {year}"],
            data.GetProperty("pivot").GetProperty("rows").EnumerateArray().Select(row => string.Join(' ', row.GetProperty("cells").EnumerateArray().Select(Shown))));

        static string Shown(JsonElement cell) => cell.GetProperty("reason").GetString() ?? cell.GetProperty("value").GetRawText();
    }
}
