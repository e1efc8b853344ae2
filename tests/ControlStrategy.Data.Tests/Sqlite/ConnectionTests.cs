using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

public sealed class ConnectionTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    [Theory]
    [InlineData("foreign_keys", "1")]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "10000")]
    public async Task A_connection_has_its_settings(string pragma, string expected) =>
        Assert.Equal(expected, await ReadAsync(pragma));

    [Fact]
    public async Task The_engine_is_free_of_the_defects_known_before_3_51_3() =>
        Assert.True(Version.Parse(await database.ScalarAsync<string>("SELECT sqlite_version() AS Value")) >= new Version(3, 51, 3));

    [Fact]
    public async Task A_connection_keeps_its_settings_when_it_comes_back_from_the_pool()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal("1", await ReadAsync("foreign_keys"));
    }

    [Fact]
    public async Task Connections_open_at_the_same_time_all_have_their_settings()
    {
        var contexts = Enumerable.Range(0, 4).Select(_ => database.Open()).ToList();
        foreach (var context in contexts)
            await context.Database.OpenConnectionAsync();
        foreach (var context in contexts)
        {
            Assert.Equal(1, await context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
            await context.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_refused()
    {
        await using var context = database.Open();
        var sql = "INSERT INTO AreaPopulations (AreaId, MidYear, AllAges, RecordedAt) VALUES (987654, 2018, 1, 0)";
        var refused = await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("FOREIGN KEY", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_others_refer_to_is_not_deleted_and_its_parts_go_with_it()
    {
        await using var context = database.Open();
        var area = Sample.Area("parts");
        area.SupersededCodes.Add(new() { Area = area, Code = "old" });
        var used = Sample.Area("used");
        used.Populations.Add(new() { Area = used, MidYear = 2018, AllAges = 1, RecordedAt = Sample.Noon });
        context.AddRange(area, used);
        await context.SaveChangesAsync();
        await context.Areas.Where(x => x.Code == "parts").ExecuteDeleteAsync();
        Assert.Equal(0, await database.ScalarAsync<int>("SELECT count(*) AS Value FROM SupersededAreaCodes"));
        await Assert.ThrowsAsync<SqliteException>(() => context.Areas.Where(x => x.Code == "used").ExecuteDeleteAsync());
    }

    private async Task<string> ReadAsync(string pragma)
    {
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
