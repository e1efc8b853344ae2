using ControlStrategy.Data.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

/// <summary>A new database file with what ships in it.</summary>
public class ShippedDatabase(bool withDemonstration) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipped-content-");
    private ServiceProvider? _services;

    public StrategyContext Open() => Factory.CreateDbContext();

    public async Task InitializeAsync()
    {
        await MigrateAsync();
        await using var context = Open();
        Assert.True(await ShippedContent.ShipAsync(context, withDemonstration));
    }

    public async Task MigrateAsync()
    {
        _services = new ServiceCollection()
            .AddStrategyData($"Data Source={Path.Combine(_folder.FullName, "strategy.db")};Pooling=False")
            .BuildServiceProvider();
        await _services.GetRequiredService<StrategyDatabase>().MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IDbContextFactory<StrategyContext> Factory => _services!.GetRequiredService<IDbContextFactory<StrategyContext>>();
}

/// <summary>One database with demonstration data for all tests of a class.</summary>
public sealed class DatabaseWithDemonstration() : ShippedDatabase(withDemonstration: true);

/// <summary>One database without demonstration data for all tests of a class.</summary>
public sealed class DatabaseWithoutDemonstration() : ShippedDatabase(withDemonstration: false);
