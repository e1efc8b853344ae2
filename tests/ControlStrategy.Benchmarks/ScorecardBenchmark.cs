using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
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
        var variables = new { a = Column(connection, $"""SELECT "Code" FROM "Areas" WHERE "Id" IN {ScorecardDatabase.Areas}"""), m = Column(connection, $"""SELECT "Code" FROM "Measures" WHERE "Id" IN {ScorecardDatabase.Measures}""") };
        List<(string Name, Func<Task> Run)> measured =
        [
            ("sums by hand", () => Task.Run(() => Read(connection, ByHand))),
            ("months by hand", () => Task.Run(() => Read(connection, MonthsByHand))),
            ("scorecard: figures", () => AskAsync(client, Scorecard(Figures), variables)),
            ("scorecard: tests and intervals", () => AskAsync(client, Scorecard(Tested), variables)),
            ("scorecard: control charts too", () => AskAsync(client, Scorecard(Charted), variables)),
        ];
        var medians = await MediansAsync(measured, rounds);
        var (sums, months) = (medians[0], medians[1]);
        for (var i = 0; i < measured.Count; i++)
            output.WriteLine(FormattableString.Invariant($"{measured[i].Name,-32} {medians[i],8:F1} ms   {medians[i] / (i == 4 ? sums + months : sums),5:F2} of the SQL by hand"));
        await SeriesAsync(client, output);
        return 0;
    }

    private static string Scorecard(string figures) => $$"""query($a: [String!], $m: [String!]) { scorecard(period: "2021/22", areas: $a, measures: $m) { rows { {{figures}} } } }""";

    internal static async Task<double[]> MediansAsync(List<(string Name, Func<Task> Run)> measured, int rounds)
    {
        List<double>[] times = [.. measured.Select(_ => new List<double>())];
        for (var round = 0; round < rounds + 3; round++)
        {
            for (var i = 0; i < measured.Count; i++)
            {
                var watch = Stopwatch.StartNew();
                await measured[i].Run();
                // The first rounds warm the caches, and the compiler, up.
                if (round >= 3) times[i].Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        return [.. times.Select(of => of.Order().ElementAt(of.Count / 2))];
    }

    private static async Task SeriesAsync(HttpClient client, TextWriter output)
    {
        const int requests = 400;
        for (var i = 0; i < requests; i++)
            await AskAsync(client, Series, new { });
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < requests; i++)
            await AskAsync(client, Series, new { });
        process.Refresh();
        output.WriteLine(FormattableString.Invariant($"ten-year series with limits      {(process.TotalProcessorTime - before).TotalMilliseconds / requests,8:F2} ms of CPU, client and HTTP included"));
    }

    internal static async Task AskAsync(HttpClient client, string query, object variables)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables }, JsonSerializerOptions.Web);
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || text.AsSpan().IndexOf("\"errors\""u8) >= 0)
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(text.AsSpan(0, Math.Min(text.Length, 500))));
    }

    private static int Read(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var sums = new List<(int, int, object, long)>();
        while (rows.Read())
            sums.Add((rows.GetInt32(0), rows.GetInt32(1), rows.GetValue(2), rows.GetInt64(3)));
        return sums.Count;
    }

    private static List<string> Column(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
            values.Add(rows.GetString(0));
        return values;
    }
}
