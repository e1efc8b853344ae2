using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics;

/// <summary>The areas a figure is asked for, with their parts.</summary>
/// <param name="Ids">Keys of the asked areas, in the order they were asked for.</param>
/// <param name="WithParts">Keys of the asked areas and of all areas below them.</param>
/// <param name="Tree">The same areas as a tree.</param>
internal sealed record AskedAreas(IReadOnlyList<int> Ids, IReadOnlyCollection<int> WithParts, AreaTree Tree)
{
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public static async Task<AskedAreas> ReadAsync(StrategyContext context, IReadOnlyList<string>? codes, CancellationToken cancellation)
    {
        var areas = await context.Areas
            .Select(area => new Known(area.Id, area.Code, area.ParentId, area.Level, area.SupersededCodes.Select(superseded => superseded.Code).ToList()))
            .ToListAsync(cancellation);
        var ids = codes is null ? [.. areas.Where(area => area.Level == AreaLevel.Nation).Select(area => area.Id)] : Find(areas, codes);
        var parts = Below(areas, ids);
        return new AskedAreas(ids, parts, new AreaTree(areas.Where(area => parts.Contains(area.Id)).Select(area => new AreaNode(area.Id, area.ParentId))));
    }

    private static List<int> Find(List<Known> areas, IReadOnlyList<string> codes)
    {
        var byCode = areas.ToDictionary(area => area.Code, area => area.Id, StringComparer.Ordinal);
        foreach (var area in areas)
        {
            foreach (var superseded in area.SupersededCodes)
                byCode.TryAdd(superseded, area.Id);
        }
        return [.. codes.Select(code => byCode.TryGetValue(code, out var id)
            ? id
            : throw new RequestException("UNKNOWN_AREA", $"There is no area '{code}'. Areas go by their GSS codes, such as S12000033; the query areas lists them.")).Distinct()];
    }

    private static HashSet<int> Below(List<Known> areas, IReadOnlyList<int> ids)
    {
        var children = areas.Where(area => area.ParentId is not null).ToLookup(area => area.ParentId!.Value, area => area.Id);
        var found = new HashSet<int>();
        var open = new Stack<int>(ids);
        while (open.TryPop(out var id))
        {
            if (!found.Add(id)) continue;
            foreach (var child in children[id])
                open.Push(child);
        }
        return found;
    }

    private sealed record Known(int Id, string Code, int? ParentId, AreaLevel Level, List<string> SupersededCodes);
}
