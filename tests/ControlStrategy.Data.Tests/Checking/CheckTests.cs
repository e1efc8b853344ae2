using ControlStrategy.Data.Checking;
using ControlStrategy.Data.Content;
using ControlStrategy.Data.Tests.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Checking;

/// <summary>What ships passes; whatever is then damaged by hand is found and named.</summary>
public sealed class CheckTests : IAsyncLifetime, IDisposable
{
    private const string Councils = """SELECT "Id" FROM "Areas" WHERE "Level" = 3""";
    private const string AllCrimes = """SELECT "Id" FROM "Measures" WHERE "Code" = 'all-crimes'""";
    private static readonly Lazy<Task<byte[]>> Shipped = new(ShipAsync);
    private readonly ScratchFolder _scratch = new();

    // What ships is stored once; every test gets a copy of the file.
    public async Task InitializeAsync() => await File.WriteAllBytesAsync(_scratch.FilePath, await Shipped.Value);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_ships_passes_and_something_was_compared()
    {
        var results = await CheckAsync();
        Assert.All(results.Values, result => Assert.Equal((0, 0), (result.Wrong, result.Findings.Count)));
        Assert.True(results["rules of the nouns"].Compared > 30_000);
        Assert.True(results["history of Observations"].Compared > 30_000);
        Assert.Equal(0, results["totals of counts"].Compared);
    }

    [Fact]
    public async Task A_total_that_is_not_the_sum_of_its_parts_is_named_with_both()
    {
        await FiguresAsync($"{Councils} UNION SELECT \"Id\" FROM \"Areas\" WHERE \"Level\" = 0", "CASE a.\"Level\" WHEN 0 THEN 330000 ELSE 10000 END");
        var totals = (await CheckAsync())["totals of counts"];
        Assert.Equal((1, 1), (totals.Compared, totals.Wrong));
        Assert.Equal("Scotland (S92000003), all-crimes, 2021-04-01 to 2022-03-31: 33.0, but its 32 parts add up to 32.0", Assert.Single(totals.Findings));
    }

    [Fact]
    public async Task Totals_of_every_level_are_compared_and_those_with_a_part_missing_are_not()
    {
        await FiguresAsync("SELECT \"Id\" FROM \"Areas\"", "10000 * (SELECT count(*) FROM (WITH RECURSIVE t(i) AS (SELECT a.\"Id\" UNION ALL SELECT x.\"Id\" FROM t JOIN \"Areas\" x ON x.\"ParentId\" = t.i) SELECT i FROM t JOIN \"Areas\" y ON y.\"Id\" = i AND y.\"Level\" = 3))");
        // Scotland three times (commands, divisions, councils), the 3 commands twice, the 13 divisions once.
        Assert.Equal((22, 0), Numbers((await CheckAsync())["totals of counts"]));

        await _scratch.ExecuteAsync("UPDATE \"Observations\" SET \"SupersededAt\" = \"RecordedAt\" WHERE \"Value\" = 10000 AND \"Id\" = (SELECT max(\"Id\") FROM \"Observations\")");
        Assert.True((await CheckAsync())["totals of counts"].Compared < 22);
    }

    [Fact]
    public async Task Wards_of_some_councils_only_are_no_parts_of_the_nation()
    {
        await FiguresAsync($"{Councils} UNION SELECT \"Id\" FROM \"Areas\" WHERE \"Level\" = 0", "CASE a.\"Level\" WHEN 0 THEN 320000 ELSE 10000 END");
        await _scratch.ExecuteAsync("INSERT INTO \"Areas\" (\"Code\", \"Name\", \"Level\", \"ParentId\") SELECT 'W' || column1, 'Ward', 4, (SELECT \"Id\" FROM \"Areas\" WHERE \"Code\" = 'S12000033') FROM (VALUES (1), (2))");
        await FiguresAsync("SELECT \"Id\" FROM \"Areas\" WHERE \"Level\" = 4", "5000");
        Assert.Equal((2, 0), Numbers((await CheckAsync())["totals of counts"]));
    }

    [Fact]
    public async Task Populations_that_do_not_add_up_are_named()
    {
        await _scratch.ExecuteAsync("INSERT INTO \"AreaPopulations\" (\"AreaId\", \"MidYear\", \"RecordedAt\", \"AllAges\") SELECT \"Id\", 2018, 0, CASE \"Level\" WHEN 0 THEN 3300 ELSE 100 END FROM \"Areas\" WHERE \"Level\" IN (0, 3)");
        var totals = (await CheckAsync())["totals of populations"];
        Assert.Equal("Scotland (S92000003), population, 2018: 3300, but its 32 parts add up to 3200", Assert.Single(totals.Findings));
    }

    [Theory]
    [InlineData("UPDATE \"Observations\" SET \"SupersededAt\" = \"RecordedAt\" + 5 WHERE \"Id\" = 1", "ended at ")]
    [InlineData("INSERT INTO \"Observations\" SELECT 999999, \"MeasureId\", \"AreaId\", \"PeriodStart\", \"PeriodEnd\", \"Grain\", \"Value\", \"Numerator\", \"Denominator\", \"Status\", \"RecordedAt\" + 5, NULL, \"Source\", NULL, NULL FROM \"Observations\" WHERE \"Id\" = 1", "recorded at")]
    [InlineData("UPDATE \"Observations\" SET \"SupersededAt\" = \"RecordedAt\" - 5 WHERE \"Id\" = 1", "ended at")]
    public async Task A_history_with_a_gap_an_overlap_or_an_end_before_its_beginning_is_named(string damage, string expected)
    {
        await _scratch.ExecuteAsync($"DROP INDEX \"IX_Observations_Current\"; PRAGMA ignore_check_constraints=ON; {damage}");
        var history = (await CheckAsync())["history of Observations"];
        Assert.Equal(1, history.Wrong);
        Assert.Contains("Observations 1 (MeasureId ", history.Findings[0], StringComparison.Ordinal);
        Assert.Contains(expected, history.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_whose_rows_are_not_those_it_counted_is_named()
    {
        await _scratch.ExecuteAsync($"INSERT INTO \"Imports\" VALUES (7, 'figures.csv', 2, '{new string('a', 64)}', 0, 3, 2, 1, 0, 0, 0); UPDATE \"Observations\" SET \"ImportId\" = 7 WHERE \"Id\" IN (1, 2)");
        var imports = (await CheckAsync())["imports and their rows"];
        Assert.Equal("Import 7 of figures.csv: 3 read, 2 new, 1 corrected, 0 unchanged, 0 not stored, 0 rejected, but 2 rows bear its key", Assert.Single(imports.Findings));
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_named()
    {
        await _scratch.ExecuteAsync("PRAGMA foreign_keys=OFF; UPDATE \"Observations\" SET \"AreaId\" = 987654 WHERE \"Id\" = 3");
        Assert.Equal("Observations 3 refers to a row of Areas that does not exist", Assert.Single((await CheckAsync())["references"].Findings));
    }

    [Fact]
    public async Task A_row_that_breaks_a_nouns_rule_is_named_and_findings_are_bounded()
    {
        await _scratch.ExecuteAsync("UPDATE \"Observations\" SET \"Value\" = -10000 WHERE \"Id\" <= 50");
        var rules = (await CheckAsync())["rules of the nouns"];
        Assert.Equal((50, CheckResult.MostFindings), (rules.Wrong, rules.Findings.Count));
        Assert.StartsWith("OBSERVATION_VALUE: Observation of demo-", rules.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_does_not_agree_with_its_table_is_found()
    {
        // The index is said to be over another column than the one it was made over.
        await _scratch.ExecuteAsync("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, '(\"AreaId\", \"PeriodStart\")', '(\"MeasureId\", \"PeriodStart\")') WHERE name = 'IX_Observations_AreaId_PeriodStart'");
        var integrity = (await CheckAsync())["integrity of the file"];
        Assert.NotEqual(0, integrity.Wrong);
        Assert.Contains("IX_Observations_AreaId_PeriodStart", integrity.Findings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "DATABASE_FOREIGN")]
    [InlineData(4096, "DATABASE_DAMAGED")]
    public async Task A_file_too_damaged_to_be_read_is_said_so(int from, string code)
    {
        await _scratch.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = File.OpenWrite(_scratch.FilePath))
        {
            file.Position = from;
            file.Write(new byte[20 * 4096]);
        }
        Assert.Equal(code, (await Assert.ThrowsAsync<StrategyDatabaseException>(CheckAsync)).Code);
    }

    [Fact]
    public async Task A_database_that_is_missing_is_said_so_and_not_made()
    {
        File.Delete(_scratch.FilePath);
        Assert.Equal("DATABASE_CANNOT_OPEN", (await Assert.ThrowsAsync<StrategyDatabaseException>(CheckAsync)).Code);
        Assert.False(File.Exists(_scratch.FilePath));
    }

    private async Task<Dictionary<string, CheckResult>> CheckAsync()
    {
        var results = new Dictionary<string, CheckResult>();
        await foreach (var result in _scratch.Database().CheckAsync())
            results.Add(result.Name, result);
        return results;
    }

    private static async Task<byte[]> ShipAsync()
    {
        using var scratch = new ScratchFolder();
        await using var services = ScratchFolder.Services($"Data Source={scratch.FilePath}");
        await services.GetRequiredService<StrategyDatabase>().MigrateAsync();
        await using (var context = services.GetRequiredService<WritingContexts>().CreateDbContext())
            await ShippedContent.ShipAsync(context, withDemonstration: true);
        await scratch.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(scratch.FilePath);
    }

    private static (long Compared, long Wrong) Numbers(CheckResult result) => (result.Compared, result.Wrong);

    private Task<object?> FiguresAsync(string areas, string value) => _scratch.ExecuteAsync($"""
        INSERT INTO "Observations" ("MeasureId", "AreaId", "PeriodStart", "PeriodEnd", "Grain", "Value", "Status", "RecordedAt", "Source")
        SELECT ({AllCrimes}), a."Id", '2021-04-01', '2022-03-31', 2, {value}, 1, 0, 'Test' FROM "Areas" AS a WHERE a."Id" IN ({areas})
        """);
}
