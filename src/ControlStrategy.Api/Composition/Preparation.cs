using ControlStrategy.Data;
using ControlStrategy.Data.Content;

namespace ControlStrategy.Api.Composition;

/// <summary>Makes the database ready: tables of this version, in a new one what ships, and in an older one what came since.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<StrategyDatabase>().MigrateAsync(cancellation);
        await using var context = services.GetRequiredService<WritingContexts>().CreateDbContext();
        if (!await ShippedContent.ShipAsync(context, services.GetRequiredService<StrategySettings>().WithDemonstration, cancellation))
            await ShippedContent.UpgradeAsync(context, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
    }
}
