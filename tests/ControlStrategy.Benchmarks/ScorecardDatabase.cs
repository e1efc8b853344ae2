using ControlStrategy.Api.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>The product's own database with 120 months of 60 measures in the nation, commands, divisions and councils: 352,800 observations; their people.</summary>
internal static class ScorecardDatabase
{
    public const string Measures = """(SELECT "Id" FROM "Measures" WHERE "Demonstration" = 0 ORDER BY "Id" LIMIT 60)""";
    public const string Areas = """(SELECT "Id" FROM "Areas" WHERE "Level" < 4)""";
    public const string FirstDay = "2012-04-01";

    private const string Fill = $"""
        WITH RECURSIVE "Months" ("Start") AS (
            SELECT '{FirstDay}' UNION ALL SELECT date("Start", '+1 month') FROM "Months" WHERE "Start" < '2022-03-01')
        INSERT INTO "Observations" ("MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Grain", "Value", "Status", "RecordedAt", "Source")
        SELECT m."Id", a."Id", "Start", date("Start", '+1 month', '-1 day'), 0, 10000 * (10 + (m."Id" * 37 + a."Id" * 11) % 150 + (m."Id" * a."Id" * (julianday("Start") - 2450000)) % 23), 1, 1790000000000, 'Benchmark'
        FROM {Measures} AS m, {Areas} AS a, "Months"
        """;

    private const string People = """
        INSERT INTO "AreaPopulations" ("AreaId", "MidYear", "AllAges", "RecordedAt")
        SELECT "Id", 2021, 50000 + "Id" * 1009 % 400000, 1790000000000 FROM "Areas" WHERE "Level" < 4
        """;

    /// <summary>Starts the server over the database; fills it first where it is new.</summary>
    public static Task<WebApplication> StartAsync(string database) => StartAsync(database, Fill, People);

    /// <summary>Starts the server over a database; a new one is filled first by these statements.</summary>
    internal static async Task<WebApplication> StartAsync(string database, params string[] fill)
    {
        var isNew = !File.Exists(database);
        var app = Application.Compose(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Strategy"] = $"Data Source={database}",
            ["Content:Demonstration"] = "false",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Traffic:RequestsPerSecond"] = "0",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await Preparation.PrepareAsync(app.Services, CancellationToken.None);
        if (isNew) await FillAsync(database, fill);
        await app.StartAsync();
        return app;
    }

    private static async Task FillAsync(string database, string[] fill)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        foreach (var text in (string[])[.. fill, "ANALYZE"])
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the benchmarks.
            command.CommandText = text;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
