using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The areas that exist, by the code they have or had. An import invents none.</summary>
internal sealed class KnownAreas
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    private KnownAreas(Dictionary<string, int> byCode) => _byCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();

    public static async Task<KnownAreas> LoadAsync(StrategyContext context, CancellationToken cancellation)
    {
        var byCode = await context.Set<SupersededAreaCode>()
            .Select(old => new { old.Code, old.AreaId })
            .ToDictionaryAsync(old => old.Code, old => old.AreaId, StringComparer.Ordinal, cancellation);
        foreach (var area in await context.Areas.Select(area => new { area.Code, area.Id }).ToListAsync(cancellation))
            byCode[area.Code] = area.Id;
        return new KnownAreas(byCode);
    }

    public int? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var areaId) ? areaId : null;
}

/// <summary>What the database knows and a file may speak of.</summary>
internal sealed record Catalogue(KnownMeasures Measures, KnownAreas Areas);
