using ControlStrategy.Data;
using ControlStrategy.Data.Content;

namespace ControlStrategy.Api.Composition;

/// <summary>Makes the database ready: tables of this version, and in a new one what ships.</summary>
internal static class Preparation
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<StrategyDatabase>().MigrateAsync(cancellation);
        await using var context = services.GetRequiredService<WritingContexts>().CreateDbContext();
        await ShippedContent.ShipAsync(context, services.GetRequiredService<StrategySettings>().WithDemonstration, cancellation);
    }
}
