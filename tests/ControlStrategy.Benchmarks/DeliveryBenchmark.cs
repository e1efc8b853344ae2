using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>The delivery of the strategy over HTTP beside hand-written SQL that counts the same, in turns; medians and their ratio.</summary>
internal static class DeliveryBenchmark
{
    private const string Work = "milestones { due met late overdue upcoming daysOverdue { median longest } } progress { ofDue { percent } ofAll { percent } } activities { kinds { kind activities reach } }";

    // The same counts as an analyst would write them, without medians.
    private const string MilestonesByHand = """
        SELECT "InitiativeId", sum("DueOn" <= '2026-09-30'), sum("CompletedOn" <= '2026-09-30' AND "CompletedOn" <= "DueOn"), sum("CompletedOn" <= '2026-09-30' AND "CompletedOn" > "DueOn"),
            sum("DueOn" < '2026-09-30' AND ("CompletedOn" IS NULL OR "CompletedOn" > '2026-09-30')), count(*)
        FROM "Milestones" GROUP BY 1
        """;

    private const string ActivitiesByHand = """SELECT "InitiativeId", "Kind", count(*), count("Reach"), sum("Reach") FROM "Activities" WHERE "HeldOn" <= '2026-09-30' GROUP BY 1, 2""";

    private const string PlansByHand = """
        SELECT "Stage", count(*), max("Days") FROM (
            SELECT "Stage", julianday('2026-09-30') - julianday(first_value("EnteredOn") OVER (PARTITION BY "PlanId" ORDER BY "Id")) AS "Days",
                row_number() OVER (PARTITION BY "PlanId" ORDER BY "Id" DESC) AS "Last"
            FROM "ProblemSolvingEntries" WHERE "EnteredOn" <= '2026-09-30') WHERE "Last" = 1 GROUP BY 1
        """;

    private const string Map = """
        { strategyMap(period: "2025/26", on: "2026-09-30") { objectives { objective { number title } progress { ofDue { percent } } } initiatives { initiative { code name } milestones { overdue } }
            outcomes { outcome { code title } state { measures onTarget concerning } } measures { measure { code name } rag variation } links { kind from to } } }
        """;

    public static async Task<int> RunAsync(string database, int rounds, TextWriter output)
    {
        await using var app = await DeliveryDatabase.StartAsync(database);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        List<(string Name, Func<Task> Run)> measured =
        [
            ("by hand", () => Task.Run(() => ReadAll(connection))),
            ("delivery: total", () => AskAsync(client, $"total {{ {Work} }}")),
            ("strategy map", () => Turns.AskAsync(client, Map, new { })),
            ("delivery: all rows and plans", () => AskAsync(client, $"total {{ {Work} }} objectives {{ {Work} }} initiatives {{ {Work} }} partners {{ {Work} }} plans {{ stages {{ stage plans daysOpen {{ longest }} returns }} }}")),
        ];
        var medians = await Turns.MediansAsync(measured, rounds);
        for (var i = 0; i < measured.Count; i++)
            output.WriteLine(FormattableString.Invariant($"{measured[i].Name,-32} {medians[i],8:F1} ms   {medians[i] / medians[0],5:F2} of the SQL by hand"));
        return 0;
    }

    private static Task AskAsync(HttpClient client, string selection) =>
        Turns.AskAsync(client, $"{{ delivery(on: \"2026-09-30\") {{ {selection} }} }}", new { });

    private static void ReadAll(SqliteConnection connection)
    {
        foreach (var text in (string[])[MilestonesByHand, ActivitiesByHand, PlansByHand])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
            command.CommandText = text;
#pragma warning restore CA2100
            using var rows = command.ExecuteReader();
            while (rows.Read())
                _ = rows.GetInt64(1);
        }
    }
}
