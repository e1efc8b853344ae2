using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics;

/// <summary><c>GET /freshness</c>: how new the figures of every measure are, for those who watch that imports come in.</summary>
internal static class FreshnessEndpoint
{
    public static void MapFreshness(this IEndpointRouteBuilder routes) => routes.MapGet("/freshness", ReadAsync);

    private static async Task<IReadOnlyList<MeasureFreshness>> ReadAsync(IDbContextFactory<StrategyContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var measures = await context.Measures.OrderBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Code, measure.Name, measure.Demonstration })
            .ToListAsync(cancellation);
        var freshness = await Freshness.ReadAsync(context, [.. measures.Select(measure => measure.Id)], cancellation);
        return [.. measures.Select(measure => new MeasureFreshness(measure.Code, measure.Name, measure.Demonstration, freshness.GetValueOrDefault(measure.Id)))];
    }
}

/// <summary>How new the figures of one measure are.</summary>
/// <param name="Measure">The measure's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Demonstration">Whether its figures are demonstration data, not statistics.</param>
/// <param name="Freshness">Its newest figures; null where it has none.</param>
internal sealed record MeasureFreshness(string Measure, string Name, bool Demonstration, Freshness? Freshness);
