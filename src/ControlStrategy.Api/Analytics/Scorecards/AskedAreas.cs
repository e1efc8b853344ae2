using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>The areas a figure is asked for, with their parts.</summary>
/// <param name="Ids">Keys of the asked areas, in the order they were asked for.</param>
/// <param name="WithParts">Keys of the asked areas and of all areas below them.</param>
/// <param name="Tree">The same areas as a tree.</param>
internal sealed record AskedAreas(IReadOnlyList<int> Ids, IReadOnlyCollection<int> WithParts, AreaTree Tree)
{
    /// <summary>Finds areas as <see cref="KnownAreas.AskedAsync"/> does.</summary>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public static async Task<AskedAreas> ReadAsync(StrategyContext context, IReadOnlyList<string>? codes, AreaLevel? level, CancellationToken cancellation)
    {
        var areas = await KnownAreas.ReadAsync(context, cancellation);
        var ids = await areas.AskedAsync(context, codes, level, cancellation);
        var parts = areas.WithParts(ids);
        return new AskedAreas(ids, parts, areas.Tree(parts));
    }
}
