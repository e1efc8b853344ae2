using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>Pivots of 60 measures, 49 areas and 5 years over HTTP beside hand-written SQL that reads the same sums, in turns; medians and their ratio.</summary>
internal static class PivotBenchmark
{
    // The same sums as an analyst would write them: years of April to March.
    private const string ByHand = $"""
        SELECT "MeasureId", "AreaId", CAST(substr("PeriodStart", 1, 4) AS INTEGER) - (substr("PeriodStart", 6, 2) < '04') AS "Year", SUM("Value"), COUNT(*)
        FROM "Observations"
        WHERE "SupersededAt" IS NULL AND "MeasureId" IN {ScorecardDatabase.Measures} AND "AreaId" IN {ScorecardDatabase.Areas}
            AND "PeriodStart" >= @first AND "PeriodEnd" <= '2022-03-31'
        GROUP BY 1, 2, 3
        """;

    // A control chart looks back 36 months: from the end of the first year to that of the last these are seven years of months.
    private const string MonthsByHand = $"""
        SELECT "MeasureId", "AreaId", "PeriodStart", "Value" FROM "Observations"
        WHERE "SupersededAt" IS NULL AND "MeasureId" IN {ScorecardDatabase.Measures} AND "AreaId" IN {ScorecardDatabase.Areas}
            AND "PeriodStart" >= '2015-04-01' AND "PeriodEnd" <= '2022-03-31'
        """;

    public static async Task<int> RunAsync(string database, int rounds, TextWriter output)
    {
        await using var app = await ScorecardDatabase.StartAsync(database);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        var variables = new { a = Turns.Column(connection, $"""SELECT "Code" FROM "Areas" WHERE "Id" IN {ScorecardDatabase.Areas}"""), m = Turns.Column(connection, $"""SELECT "Code" FROM "Measures" WHERE "Id" IN {ScorecardDatabase.Measures}""") };
        (string Values, int Years, bool Months)[] pivots =
        [
            ("VALUE", 5, false),
            ("VALUE, CHANGE_PERCENT", 6, false),
            ("VALUE, P_VALUE, SIGNIFICANCE", 10, false),
            ("VALUE, VARIATION", 5, true),
        ];
        List<(string Name, Func<Task> Run)> measured =
        [
            .. pivots.SelectMany(pivot => ((string, Func<Task>)[])
            [
                ($"{pivot.Years} years{(pivot.Months ? ", and the months of 7" : "")} by hand", () => Task.Run(() => Read(connection, pivot.Years, pivot.Months))),
                ($"pivot: {pivot.Values}", () => Turns.AskAsync(client, Pivot(pivot.Values), variables)),
            ]),
        ];
        var medians = await Turns.MediansAsync(measured, rounds);
        for (var i = 0; i < measured.Count; i += 2)
            output.WriteLine(FormattableString.Invariant($"{measured[i + 1].Name,-36} {medians[i + 1],8:F1} ms   {medians[i + 1] / medians[i],5:F2} of {measured[i].Name} ({medians[i]:F1} ms)"));
        return 0;
    }

    private static void Read(SqliteConnection connection, int years, bool months)
    {
        Turns.Read(connection, ByHand.Replace("@first", $"'{2022 - years}-04-01'", StringComparison.Ordinal));
        if (months) Turns.Read(connection, MonthsByHand);
    }

    private static string Pivot(string values) => $$"""
        query($a: [String!], $m: [String!]) { pivot(rows: [MEASURE], columns: [AREA, PERIOD], values: [{{values}}], areas: $a, measures: $m, from: "2017-04-01", to: "2022-03-31") {
            columns { header { area { code } period } value } rows { header { measure { code } } cells { value word reason } } } }
        """;
}
