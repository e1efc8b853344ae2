using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strategy-").FullName;

    private string FilePath => Path.Combine(_folder, "strategy.db");

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
        Assert.True(await Database().MigrateAsync());
        Assert.False(await Database().MigrateAsync());
        Assert.Equal(1L, await ScalarAsync("SELECT count(*) FROM __EFMigrationsHistory"));
        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Several_starting_together_make_one_database()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database().MigrateAsync())));
        Assert.Single(made, done => done);
        Assert.Equal(1L, await ScalarAsync("SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_start_stopped_halfway_leaves_nothing_and_the_next_one_succeeds()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database().MigrateAsync(stop.Token));
        Assert.True(await Database().MigrateAsync());
    }

    [Fact]
    public async Task The_folder_that_is_missing_is_named()
    {
        var path = Path.Combine(_folder, "missing", "strategy.db");
        await RefusesAsync(path, $"its folder {Path.GetDirectoryName(path)} does not exist");
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public Task A_folder_in_place_of_the_file_is_named() => RefusesAsync(_folder, "is a folder. Name a file");

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("FeatureCode,DateCode,Value\n", 100));
        await File.WriteAllTextAsync(FilePath, text);
        await RefusesAsync(FilePath, "is not a SQLite database");
        Assert.Equal(text, await File.ReadAllTextAsync(FilePath));
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_as_it_was()
    {
        await ExecuteAsync("CREATE TABLE Songs (Title TEXT)");
        var before = await File.ReadAllBytesAsync(FilePath);
        await RefusesAsync(FilePath, "belongs to another program");
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await Database().MigrateAsync();
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')");
        await RefusesAsync(FilePath, "was made by a newer version of this program (it has 99990101000000_Later)");
    }

    [Fact]
    public async Task A_database_another_program_has_locked_is_named()
    {
        await ExecuteAsync("VACUUM");
        await using var other = Connection("Default Timeout=1");
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction();
        await RefusesAsync(FilePath, "is locked by another program", "Default Timeout=1");
    }

    [Theory]
    [InlineData("Host=localhost;Password=hunter2", "cannot be read")]
    [InlineData("Data Source=:memory:", "names no database file")]
    [InlineData("", "names no database file")]
    public void A_connection_string_without_a_file_is_refused_without_repeating_it(string connectionString, string expected)
    {
        var refused = Assert.Throws<StrategyDatabaseException>(() => new ServiceCollection().AddStrategyData(connectionString));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_path_starts_at_the_current_folder() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "strategy.db"), Database("Data Source=strategy.db").Location);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private StrategyDatabase Database() => Database($"Data Source={FilePath}");

    private static StrategyDatabase Database(string connectionString) =>
        new ServiceCollection().AddStrategyData(connectionString).BuildServiceProvider().GetRequiredService<StrategyDatabase>();

    private static async Task RefusesAsync(string path, string expected, string options = "")
    {
        var database = Database($"Data Source={path};{options}");
        var refused = await Assert.ThrowsAsync<StrategyDatabaseException>(() => database.MigrateAsync());
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    private SqliteConnection Connection(string options = "") => new($"Data Source={FilePath};Pooling=False;{options}");

    private async Task ExecuteAsync(string sql) => await ScalarAsync(sql);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
