using ControlStrategy.Data.Tests.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests;

public sealed class StrategyDataRegistrationTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

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
    public async Task A_connection_string_cannot_turn_foreign_keys_off()
    {
        await using var services = ScratchFolder.Services($"Data Source={_scratch.FilePath};Foreign Keys=False");
        await services.GetRequiredService<StrategyDatabase>().MigrateAsync();
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync();
        Assert.Equal(1, await context.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
    }

    [Fact]
    public void A_relative_path_starts_at_the_current_folder()
    {
        using var services = ScratchFolder.Services("Data Source=strategy.db");
        var location = services.GetRequiredService<StrategyDatabase>().Location;
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "strategy.db"), location);
    }

    public void Dispose() => _scratch.Dispose();
}
