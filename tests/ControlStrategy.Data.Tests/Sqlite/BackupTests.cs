using Microsoft.Data.Sqlite;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ScratchFolder _scratch = new();

    private string Target => Path.Combine(_scratch.FullPath, "backup.db");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_backup_is_one_file_with_what_is_committed_and_nothing_of_what_is_not()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Committed");
        await using var other = _scratch.Connection();
        await other.OpenAsync();
        await using var writing = other.BeginTransaction();
        await using (var insert = other.CreateCommand())
        {
            insert.CommandText = "INSERT INTO Partners (Name, Sector) VALUES ('Not committed', 0)";
            await insert.ExecuteNonQueryAsync();
        }

        var bytes = await BackupAsync();
        Assert.Equal(new FileInfo(Target).Length, bytes);
        Assert.Equal(["Committed"], Partners(Target));
        Assert.DoesNotContain(Directory.GetFiles(_scratch.FullPath), file => file.StartsWith(Target, StringComparison.Ordinal) && file != Target);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_that_is_asked_for()
    {
        await _scratch.Database().MigrateAsync();
        await File.WriteAllTextAsync(Target, "mine");
        await RefusesAsync("BACKUP_EXISTS", () => _scratch.Database().BackupAsync(Target, overwrite: false));
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));
        await _scratch.Database().BackupAsync(Target, overwrite: true);
        Assert.Empty(Partners(Target));
    }

    [Fact]
    public async Task A_database_that_is_missing_is_not_made_by_backing_it_up()
    {
        await RefusesAsync("DATABASE_CANNOT_OPEN", () => _scratch.Database().BackupAsync(Target, overwrite: false));
        Assert.Empty(Directory.GetFiles(_scratch.FullPath));
    }

    [Fact]
    public async Task A_database_is_not_copied_onto_itself_nor_restored_from_itself()
    {
        await _scratch.Database().MigrateAsync();
        await RefusesAsync("BACKUP_IS_DATABASE", () => _scratch.Database().BackupAsync(_scratch.FilePath, overwrite: true));
        await RefusesAsync("BACKUP_IS_DATABASE", () => _scratch.Database().RestoreAsync(_scratch.FilePath, Now));
    }

    [Fact]
    public async Task A_link_to_the_database_is_the_database()
    {
        await _scratch.Database().MigrateAsync();
        File.CreateSymbolicLink(Target, _scratch.FilePath);
        await RefusesAsync("BACKUP_IS_DATABASE", () => _scratch.Database().BackupAsync(Target, overwrite: true));
        await RefusesAsync("BACKUP_IS_DATABASE", () => _scratch.Database().RestoreAsync(Target, Now));
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public async Task A_file_that_still_has_its_log_is_not_replaced(string log)
    {
        await _scratch.Database().MigrateAsync();
        await BackupAsync();
        await File.WriteAllTextAsync(Target + log, "what was written last");
        await RefusesAsync("BACKUP_IN_USE", () => _scratch.Database().BackupAsync(Target, overwrite: true));
    }

    [Fact]
    public async Task A_restore_brings_the_backups_content_and_keeps_what_was_there()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Then");
        await BackupAsync();
        await AddAsync("Later");

        var kept = await _scratch.Database().RestoreAsync(Target, Now);
        Assert.Equal($"{_scratch.FilePath}.before-20240501-120000000", kept);
        Assert.Equal(["Then"], Partners(_scratch.FilePath));
        Assert.Equal(["Later", "Then"], Partners(kept!));
        Assert.Equal("wal", await _scratch.ExecuteAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Where_there_is_no_database_a_restore_makes_it_and_keeps_nothing()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Then");
        await BackupAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_scratch.FilePath);
        Assert.Null(await _scratch.Database().RestoreAsync(Target, Now));
        Assert.Equal(["Then"], Partners(_scratch.FilePath));
    }

    [Fact]
    public async Task A_damaged_database_is_kept_as_it_is_and_replaced()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Then");
        await BackupAsync();
        SqliteConnection.ClearAllPools();
        var ruin = Enumerable.Repeat((byte)'x', 10_000).ToArray();
        await File.WriteAllBytesAsync(_scratch.FilePath, ruin);

        var kept = await _scratch.Database().RestoreAsync(Target, Now);
        Assert.Equal(ruin, await File.ReadAllBytesAsync(kept!));
        Assert.Equal(["Then"], Partners(_scratch.FilePath));
    }

    [Theory]
    [InlineData("CREATE TABLE Songs (Title TEXT)", "DATABASE_FOREIGN")]
    [InlineData("VACUUM", "DATABASE_FOREIGN")]
    [InlineData("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT); INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later')", "DATABASE_NEWER")]
    public async Task What_is_no_backup_of_this_version_or_an_older_one_is_refused(string content, string code)
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Now");
        await using (var other = new SqliteConnection($"Data Source={Target};Pooling=False"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
            command.CommandText = content;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        await IsLeftAloneAsync(code);
    }

    [Fact]
    public async Task A_backup_that_is_damaged_is_refused()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Now");
        await BackupAsync();
        await using (var file = File.OpenWrite(Target))
        {
            file.Position = 4096;
            file.Write(new byte[8 * 4096]);
        }
        await IsLeftAloneAsync("DATABASE_DAMAGED");
    }

    [Fact]
    public async Task A_text_file_is_no_backup()
    {
        await _scratch.Database().MigrateAsync();
        await AddAsync("Now");
        await File.WriteAllTextAsync(Target, "no database");
        await IsLeftAloneAsync("DATABASE_FOREIGN");
    }

    private async Task IsLeftAloneAsync(string code)
    {
        await RefusesAsync(code, () => _scratch.Database().RestoreAsync(Target, Now));
        Assert.Equal(["Now"], Partners(_scratch.FilePath));
        Assert.DoesNotContain(Directory.GetFiles(_scratch.FullPath), file => file.Contains(".before-", StringComparison.Ordinal) || file.Contains(".restored", StringComparison.Ordinal));
    }

    private Task<long> BackupAsync() => _scratch.Database().BackupAsync(Target, overwrite: false);

    private Task<object?> AddAsync(string partner) => _scratch.ExecuteAsync($"INSERT INTO Partners (Name, Sector) VALUES ('{partner}', 0)");

    private static async Task RefusesAsync(string code, Func<Task> work) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<StrategyDatabaseException>(work)).Code);

    private static List<string> Partners(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Name FROM Partners ORDER BY Name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }
}
