using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The areas that exist, by the code they have or had. Only an import of areas makes new ones.</summary>
internal sealed class KnownAreas
{
    public const string Unknown = "is not the code of an area known here, nor one it had before";

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byCode;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byLetter;

    private KnownAreas(Dictionary<string, int> byCode, Dictionary<string, int> byLetter)
    {
        _byCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        _byLetter = byLetter.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The nation.</summary>
    public int? Nation { get; private init; }

    public static async Task<KnownAreas> LoadAsync(StrategyContext context, CancellationToken cancellation)
    {
        var byCode = await context.Set<SupersededAreaCode>()
            .Select(old => new { old.Code, old.AreaId })
            .ToDictionaryAsync(old => old.Code, old => old.AreaId, StringComparer.Ordinal, cancellation);
        var byLetter = new Dictionary<string, int>(StringComparer.Ordinal);
        var areas = await context.Areas.OrderBy(area => area.Id).Select(area => new { area.Code, area.Id, area.Letter, area.Level })
            .ToListAsync(cancellation);
        foreach (var area in areas)
        {
            byCode[area.Code] = area.Id;
            if (area.Letter is not null)
                byLetter[area.Letter] = area.Id;
        }

        return new KnownAreas(byCode, byLetter) { Nation = areas.Find(area => area.Level is AreaLevel.Nation)?.Id };
    }

    public int? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var areaId) ? areaId : null;

    public int? FindDivision(ReadOnlySpan<char> letter) => _byLetter.TryGetValue(letter, out var areaId) ? areaId : null;
}

/// <summary>What the database knows and a file may speak of.</summary>
internal sealed record Catalogue(KnownMeasures Measures, KnownAreas Areas);
