using ControlStrategy.Data.Content;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

/// <summary>A new database file with what ships in it.</summary>
public abstract class ShippedDatabase(bool withDemonstration) : IAsyncLifetime
{
    private readonly DatabaseFile _file = new();

    public StrategyContext Open() => _file.Open();

    public async Task InitializeAsync()
    {
        await _file.InitializeAsync();
        await using var context = Open();
        Assert.True(await ShippedContent.ShipAsync(context, withDemonstration));
    }

    public Task DisposeAsync() => _file.DisposeAsync();
}

/// <summary>One database with demonstration data for all tests of a class.</summary>
public sealed class DatabaseWithDemonstration() : ShippedDatabase(withDemonstration: true);

/// <summary>One database without demonstration data for all tests of a class.</summary>
public sealed class DatabaseWithoutDemonstration() : ShippedDatabase(withDemonstration: false);
