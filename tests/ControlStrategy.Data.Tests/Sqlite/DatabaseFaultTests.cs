using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Sqlite;

public sealed class DatabaseFaultTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    [Fact]
    public async Task The_folder_that_is_missing_is_named()
    {
        var path = Path.Combine(_scratch.FullPath, "missing", "strategy.db");
        await RefusesAsync(path, $"its folder {Path.GetDirectoryName(path)} does not exist");
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public Task A_folder_in_place_of_the_file_is_named() => RefusesAsync(_scratch.FullPath, "is a folder. Name a file");

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("FeatureCode,DateCode,Value\n", 100));
        await File.WriteAllTextAsync(_scratch.FilePath, text);
        await RefusesAsync(_scratch.FilePath, "is not a SQLite database");
        Assert.Equal(text, await File.ReadAllTextAsync(_scratch.FilePath));
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_as_it_was()
    {
        await _scratch.ExecuteAsync("CREATE TABLE Songs (Title TEXT)");
        var before = await File.ReadAllBytesAsync(_scratch.FilePath);
        await RefusesAsync(_scratch.FilePath, "belongs to another program");
        Assert.Equal(before, await File.ReadAllBytesAsync(_scratch.FilePath));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await _scratch.Database().MigrateAsync();
        await _scratch.ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')");
        await RefusesAsync(_scratch.FilePath, "is of a newer version of this program: it has 99990101000000_Later");
    }

    [Fact]
    public async Task A_database_another_program_has_locked_is_named_and_can_be_made_once_it_is_free()
    {
        await _scratch.ExecuteAsync("VACUUM");
        await using var other = _scratch.Connection("Default Timeout=1");
        await other.OpenAsync();
        await using (other.BeginTransaction())
            await RefusesAsync(_scratch.FilePath, "is locked by another program", "Default Timeout=1");
        Assert.True(await _scratch.Database().MigrateAsync());
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task RefusesAsync(string path, string expected, string options = "")
    {
        await using var services = ScratchFolder.Services($"Data Source={path};{options}");
        var database = services.GetRequiredService<StrategyDatabase>();
        var refused = await Assert.ThrowsAsync<StrategyDatabaseException>(() => database.MigrateAsync());
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
