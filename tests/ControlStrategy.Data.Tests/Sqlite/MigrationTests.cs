using ControlStrategy.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

public sealed class MigrationTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    [Fact]
    public void The_model_has_no_change_the_migrations_lack()
    {
        using var context = new SqliteMigrationContextFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
        Assert.NotEmpty(context.Database.GetMigrations());
    }

    [Fact]
    public async Task A_database_is_made_once_and_then_left_alone()
    {
        Assert.True(await _scratch.Database().MigrateAsync());
        Assert.False(await _scratch.Database().MigrateAsync());
        Assert.Equal(3L, await _scratch.ExecuteAsync("SELECT count(*) FROM __EFMigrationsHistory"));
        Assert.Equal("wal", await _scratch.ExecuteAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Several_starting_together_make_one_database()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _scratch.Database().MigrateAsync())));
        Assert.Single(made, done => done);
        Assert.Equal(3L, await _scratch.ExecuteAsync("SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Nothing_is_left_that_a_killed_start_could_leave_locked()
    {
        await _scratch.Database().MigrateAsync();
        Assert.Equal(0L, await _scratch.ExecuteAsync("SELECT count(*) FROM sqlite_master WHERE name LIKE '%Lock%'"));
        Assert.Equal(["strategy.db"], Directory.GetFiles(_scratch.FullPath).Select(Path.GetFileName));
    }

    public void Dispose() => _scratch.Dispose();
}
