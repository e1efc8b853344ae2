using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>Scorecards over HTTP beside hand-written SQL that reads the same sums, in turns; medians and their ratio.</summary>
internal static class ScorecardBenchmark
{
    private const string Figures = "current { value } previous { value } change { number percent } fiveYearMean { value } fiveYearChange { percent }";
    private const string Tested = "current { value lower upper } previous { value } change { number percent pValue plainPValue adjustedPValue significance } fiveYearMean { value } fiveYearChange { percent }";
    private const string Charted = Tested + " variation assurance rag";
    private const string Series = """{ measure(code: "all-crimes") { series(area: "S12000033", from: "2012-04-01", to: "2022-03-31", grain: MONTH) { mean lowerLimit upperLimit variation points { periodStart value flags { rule } } } } }""";

    // The same sums as an analyst would write them: years of April to March, ten of them.
    private const string ByHand = $"""
        SELECT "MeasureId", "AreaId", CAST(substr("PeriodStart", 1, 4) AS INTEGER) - (substr("PeriodStart", 6, 2) < '04') AS "Year", SUM("Value"), COUNT(*)
        FROM "Observations"
        WHERE "SupersededAt" IS NULL AND "MeasureId" IN {ScorecardDatabase.Measures} AND "AreaId" IN {ScorecardDatabase.Areas}
            AND "PeriodStart" >= '{ScorecardDatabase.FirstDay}' AND "PeriodEnd" <= '2022-03-31'
        GROUP BY 1, 2, 3
        """;

    private const string MonthsByHand = $"""
        SELECT "MeasureId", "AreaId", "PeriodStart", "Value" FROM "Observations"
        WHERE "SupersededAt" IS NULL AND "MeasureId" IN {ScorecardDatabase.Measures} AND "AreaId" IN {ScorecardDatabase.Areas}
            AND "PeriodStart" >= '2019-04-01' AND "PeriodEnd" <= '2022-03-31'
        ORDER BY 1, 2, 3
        """;

    public static async Task<int> RunAsync(string database, int rounds, TextWriter output)
    {
        await using var app = await ScorecardDatabase.StartAsync(database);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        var variables = new { a = Turns.Column(connection, $"""SELECT "Code" FROM "Areas" WHERE "Id" IN {ScorecardDatabase.Areas}"""), m = Turns.Column(connection, $"""SELECT "Code" FROM "Measures" WHERE "Id" IN {ScorecardDatabase.Measures}""") };
        List<(string Name, Func<Task> Run)> measured =
        [
            ("sums by hand", () => Task.Run(() => Turns.Read(connection, ByHand))),
            ("months by hand", () => Task.Run(() => Turns.Read(connection, MonthsByHand))),
            ("scorecard: figures", () => Turns.AskAsync(client, Scorecard(Figures), variables)),
            ("scorecard: tests and intervals", () => Turns.AskAsync(client, Scorecard(Tested), variables)),
            ("scorecard: control charts too", () => Turns.AskAsync(client, Scorecard(Charted), variables)),
        ];
        var medians = await Turns.MediansAsync(measured, rounds);
        var (sums, months) = (medians[0], medians[1]);
        for (var i = 0; i < measured.Count; i++)
            output.WriteLine(FormattableString.Invariant($"{measured[i].Name,-32} {medians[i],8:F1} ms   {medians[i] / (i == 4 ? sums + months : sums),5:F2} of the SQL by hand"));
        await SeriesAsync(client, output);
        return 0;
    }

    private static string Scorecard(string figures) => $$"""query($a: [String!], $m: [String!]) { scorecard(period: "2021/22", areas: $a, measures: $m) { rows { {{figures}} } } }""";

    private static async Task SeriesAsync(HttpClient client, TextWriter output)
    {
        const int requests = 400;
        for (var i = 0; i < requests; i++)
            await Turns.AskAsync(client, Series, new { });
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < requests; i++)
            await Turns.AskAsync(client, Series, new { });
        process.Refresh();
        output.WriteLine(FormattableString.Invariant($"ten-year series with limits      {(process.TotalProcessorTime - before).TotalMilliseconds / requests,8:F2} ms of CPU, client and HTTP included"));
    }
}
