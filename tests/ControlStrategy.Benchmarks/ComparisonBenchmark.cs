using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>Funnels and evaluations over HTTP beside hand-written SQL that reads the same sums, in turns; medians and their ratio.</summary>
internal static class ComparisonBenchmark
{
    private const string Councils = """(SELECT "Id" FROM "Areas" WHERE "Level" = 3)""";
    private const string Measure = """(SELECT "Id" FROM "Measures" WHERE "Code" = 'all-crimes')""";

    private const string FunnelByHand = $"""
        SELECT o."AreaId", p."AllAges", SUM(o."Value"), COUNT(*) FROM "Observations" AS o
        JOIN "AreaPopulations" AS p ON p."AreaId" = o."AreaId" AND p."MidYear" = 2021 AND p."SupersededAt" IS NULL
        WHERE o."SupersededAt" IS NULL AND o."MeasureId" = {Measure} AND o."AreaId" IN {Councils} AND o."PeriodStart" >= '2021-04-01' AND o."PeriodEnd" <= '2022-03-31'
        GROUP BY 1, 2
        """;

    private const string YearsByHand = $"""
        SELECT "AreaId", 0, CAST(substr("PeriodStart", 1, 4) AS INTEGER) - (substr("PeriodStart", 6, 2) < '04') AS "Year", SUM("Value") FROM "Observations"
        WHERE "SupersededAt" IS NULL AND "MeasureId" = {Measure} AND "AreaId" IN {Councils} AND "PeriodStart" >= '{ScorecardDatabase.FirstDay}' AND "PeriodEnd" <= '2022-03-31'
        GROUP BY 1, 3
        """;

    private const string Funnel = """
        { funnel(measure: "all-crimes", period: "2021/22", level: COUNCIL_AREA) { overall { value dispersion } rows { area { name } value expected lower95 upper95 lower998 upper998 word } } }
        """;

    private const string Evaluation = """
        { evaluation(measure: "all-crimes", before: "2018/19", after: "2021/22", treated: ["S12000033"], comparison: ["S12000036", "S12000042"], displacement: ["S12000034"]) {
            relativeEffect { value lower upper } verdict conclusions similarAreas { area { name } distance } } }
        """;

    public static async Task<int> RunAsync(string database, int rounds, TextWriter output)
    {
        await using var app = await ScorecardDatabase.StartAsync(database);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        List<(string Name, Func<Task> Run)> measured =
        [
            ("one year and people by hand", () => Task.Run(() => Turns.Read(connection, FunnelByHand))),
            ("funnel of 32 council areas", () => Turns.AskAsync(client, Funnel, new { })),
            ("ten years by hand", () => Task.Run(() => Turns.Read(connection, YearsByHand))),
            ("evaluation with similar areas", () => Turns.AskAsync(client, Evaluation, new { })),
        ];
        var medians = await Turns.MediansAsync(measured, rounds);
        for (var i = 0; i < measured.Count; i += 2)
            output.WriteLine(FormattableString.Invariant($"{measured[i + 1].Name,-36} {medians[i + 1],8:F2} ms   {medians[i + 1] / medians[i],5:F2} of {measured[i].Name} ({medians[i]:F2} ms)"));
        return 0;
    }
}
