using ControlStrategy.Data;
using ControlStrategy.Data.Content;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Composition;

/// <summary>Makes the database ready: tables of this version, and in a new one what ships.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<StrategyDatabase>().MigrateAsync(cancellation);
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await ShippedContent.ShipAsync(context, services.GetRequiredService<StrategySettings>().WithDemonstration, cancellation);
    }
}
