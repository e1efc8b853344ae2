using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>The areas a figure is asked for, with their parts.</summary>
/// <param name="Ids">Keys of the asked areas, in the order they were asked for.</param>
/// <param name="WithParts">Keys of the asked areas and of all areas below them.</param>
/// <param name="Tree">The same areas as a tree.</param>
internal sealed record AskedAreas(IReadOnlyList<int> Ids, IReadOnlyCollection<int> WithParts, AreaTree Tree)
{
    /// <summary>Finds areas by code, those of a level, or those of a level below or above others.</summary>
    /// <param name="context">The database.</param>
    /// <param name="codes">GSS codes, codes had before, or letters of divisions; null for all areas of the level, without one for the nation.</param>
    /// <param name="level">The level wanted; null for the areas named.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public static async Task<AskedAreas> ReadAsync(StrategyContext context, IReadOnlyList<string>? codes, AreaLevel? level, CancellationToken cancellation)
    {
        var areas = new KnownAreas(await context.Areas
            .OrderBy(area => area.Code)
            .Select(area => new KnownArea(area.Id, area.Code, area.Letter, area.ParentId, area.Level))
            .ToListAsync(cancellation));
        var named = codes is null ? null : await areas.FindAsync(context, codes, cancellation);
        IReadOnlyList<int> ids = level is { } wanted ? areas.OfLevel(wanted, named) : named ?? areas.OfLevel(AreaLevel.Nation, null);
        var parts = areas.WithParts(ids);
        return new AskedAreas(ids, parts, areas.Tree(parts));
    }
}
