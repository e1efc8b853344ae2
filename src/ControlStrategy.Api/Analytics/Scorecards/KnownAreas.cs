using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>An area as far as finding it needs.</summary>
internal sealed record KnownArea(int Id, string Code, string? Letter, int? ParentId, AreaLevel Level);

/// <summary>All areas, by code and as a tree.</summary>
internal sealed class KnownAreas(IReadOnlyList<KnownArea> areas)
{
    private readonly Dictionary<int, KnownArea> _byId = areas.ToDictionary(area => area.Id);
    private readonly ILookup<int, int> _children = areas.Where(area => area.ParentId is not null).ToLookup(area => area.ParentId!.Value, area => area.Id);

    /// <summary>Reads them in one statement.</summary>
    public static async Task<KnownAreas> ReadAsync(StrategyContext context, CancellationToken cancellation) => new(await context.Areas
        .OrderBy(area => area.Code)
        .Select(area => new KnownArea(area.Id, area.Code, area.Letter, area.ParentId, area.Level))
        .ToListAsync(cancellation));

    /// <summary>Finds areas by code, those of a level, or those of a level below or above others.</summary>
    /// <param name="context">The database.</param>
    /// <param name="codes">GSS codes, codes had before, or letters of divisions; null for all areas of the level, without one for the nation.</param>
    /// <param name="level">The level wanted; null for the areas named.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public async Task<IReadOnlyList<int>> AskedAsync(StrategyContext context, IReadOnlyList<string>? codes, AreaLevel? level, CancellationToken cancellation)
    {
        var named = codes is null ? null : await FindAsync(context, codes, cancellation);
        return level is { } wanted ? OfLevel(wanted, named) : named ?? OfLevel(AreaLevel.Nation, null);
    }

    /// <summary>The areas of these codes, each once, in their order.</summary>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area has, or had, such a code.</exception>
    public async Task<IReadOnlyList<int>> FindAsync(StrategyContext context, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var byCode = areas.ToDictionary(area => area.Code, area => area.Id, StringComparer.Ordinal);
        foreach (var division in areas.Where(area => area.Letter is not null))
            byCode.TryAdd(division.Letter!, division.Id);
        if (!codes.All(byCode.ContainsKey))
        {
            var superseded = context.Set<SupersededAreaCode>().Select(old => new { old.Code, old.AreaId });
            foreach (var old in await superseded.ToListAsync(cancellation))
                byCode.TryAdd(old.Code, old.AreaId);
        }
        return [.. codes.Select(code => byCode.TryGetValue(code, out var id)
            ? id
            : throw new RequestException("UNKNOWN_AREA", $"There is no area '{code}'. Areas go by their GSS codes, such as S12000033, divisions by their letters too; the query areas lists them.")).Distinct()];
    }

    /// <summary>The areas of a level, by code: all of them, or those below, at and above the named ones.</summary>
    public IReadOnlyList<int> OfLevel(AreaLevel level, IReadOnlyList<int>? named)
    {
        if (named is null) return [.. areas.Where(area => area.Level == level).Select(area => area.Id)];
        var near = Near(named);
        return [.. areas.Where(area => area.Level == level && near.Contains(area.Id)).Select(area => area.Id)];
    }

    /// <summary>These areas, all below them, and those they are part of.</summary>
    public HashSet<int> Near(IReadOnlyList<int> ids)
    {
        var near = WithParts(ids);
        foreach (var id in ids)
        {
            for (var above = _byId[id].ParentId; above is { } parent && near.Add(parent);)
                above = _byId[parent].ParentId;
        }
        return near;
    }

    /// <summary>The level of an area.</summary>
    public AreaLevel LevelOf(int id) => _byId[id].Level;

    /// <summary>The code of an area.</summary>
    public string CodeOf(int id) => _byId[id].Code;

    /// <summary>These areas and all below them.</summary>
    public HashSet<int> WithParts(IReadOnlyList<int> ids)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>(ids);
        while (open.TryPop(out var id))
        {
            if (!found.Add(id)) continue;
            foreach (var child in _children[id])
                open.Push(child);
        }
        return found;
    }

    /// <summary>Those of the areas that are among these keys, as a tree.</summary>
    public AreaTree Tree(IReadOnlySet<int> ids) => new(areas.Where(area => ids.Contains(area.Id)).Select(area => new AreaNode(area.Id, area.ParentId)));
}
