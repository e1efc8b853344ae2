using ControlStrategy.Data.Tests.Importing;
using ControlStrategy.Data.Tests.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Data.Tests.Delivery;

/// <summary>The product's own check of a database.</summary>
internal static class StoredDataCheck
{
    /// <summary>Asserts that nothing is wrong, and that figures of activities were compared.</summary>
    public static async Task CheckAsync(this ImportDatabase database)
    {
        await using var services = ScratchFolder.Services($"Data Source={database.FilePath}");
        var compared = 0L;
        await foreach (var result in services.GetRequiredService<StrategyDatabase>().CheckAsync())
        {
            Assert.True(result.Wrong == 0, string.Join('\n', result.Findings));
            if (result.Name == "figures of activities") compared = result.Compared;
        }
        Assert.NotEqual(0, compared);
    }
}
