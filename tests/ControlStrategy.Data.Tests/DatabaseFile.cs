using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests;

/// <summary>A database of its own for a test class, in a folder of its own, made as the application makes it.</summary>
public sealed class DatabaseFile : IAsyncLifetime
{
    private ServiceProvider? _services;

    public string Folder { get; } = Directory.CreateTempSubdirectory("strategy-").FullName;

    public string FilePath => Path.Combine(Folder, "strategy.db");

    public async Task InitializeAsync()
    {
        _services = new ServiceCollection().AddStrategyData($"Data Source={FilePath}").BuildServiceProvider();
        await _services.GetRequiredService<StrategyDatabase>().MigrateAsync();
    }

    public StrategyContext Open() => _services!.GetRequiredService<WritingContexts>().CreateDbContext();

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var context = Open();
        return await context.Database.SqlQueryRaw<T>(sql).SingleAsync();
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
