using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>Where work is asked for.</summary>
/// <param name="AreaIds">Keys of the areas and of all below them; null for everywhere.</param>
/// <param name="Elsewhere">Keys of the initiatives that run in other areas only.</param>
internal sealed record AskedPlaces(IReadOnlyCollection<int>? AreaIds, IReadOnlySet<int> Elsewhere)
{
    private static readonly AskedPlaces Everywhere = new(null, new HashSet<int>());

    /// <summary>Finds them in three statements at most.</summary>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public static async Task<AskedPlaces> ReadAsync(StrategyContext context, IReadOnlyList<string>? codes, CancellationToken cancellation)
    {
        if (codes is null) return Everywhere;
        var areas = await KnownAreas.ReadAsync(context, cancellation);
        var asked = await areas.FindAsync(context, codes, cancellation);
        var near = areas.Near(asked);
        var places = await context.Initiatives
            .SelectMany(initiative => initiative.Areas, (initiative, area) => new { Initiative = initiative.Id, Area = area.Id })
            .ToListAsync(cancellation);
        var elsewhere = places.GroupBy(place => place.Initiative).Where(all => !all.Any(place => near.Contains(place.Area))).Select(all => all.Key);
        return new AskedPlaces(areas.WithParts(asked), elsewhere.ToHashSet());
    }

    /// <summary>Whether an initiative runs in one of the areas, in a part of one, in an area one is part of, or names no area.</summary>
    public bool HasPart(int initiativeId) => !Elsewhere.Contains(initiativeId);
}
