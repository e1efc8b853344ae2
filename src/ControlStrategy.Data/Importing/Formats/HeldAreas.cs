using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The areas an import of areas may change, by code, with the codes they had before.</summary>
internal sealed class HeldAreas
{
    private readonly StrategyContext _context;
    private readonly Dictionary<string, Area> _byCode;
    private readonly Dictionary<string, SupersededAreaCode> _former;

    private HeldAreas(StrategyContext context, List<Area> areas)
    {
        _context = context;
        _byCode = areas.ToDictionary(area => area.Code, StringComparer.Ordinal);
        _former = areas.SelectMany(area => area.SupersededCodes).ToDictionary(former => former.Code, StringComparer.Ordinal);
    }

    public static async Task<HeldAreas> LoadAsync(StrategyContext context, CancellationToken cancellation) =>
        new(context, await context.Areas.Include(area => area.SupersededCodes).ToListAsync(cancellation));

    public Area? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The code of the area that had the code before; none where no area had.</summary>
    public string? NowCalled(string code) => _former.GetValueOrDefault(code)?.Area.Code;

    /// <summary>The code of the division with the letter; none where there is none.</summary>
    public string? WithLetter(string letter) => _byCode.Values.FirstOrDefault(area => area.Letter == letter)?.Code;

    /// <summary>The code of the nation; none where it is still to come.</summary>
    public string? Nation => _byCode.Values.FirstOrDefault(area => area.Level is AreaLevel.Nation)?.Code;

    public Area Add(AreaRow row)
    {
        var area = new Area { Code = row.Code, Name = row.Name, Level = row.Level };
        _context.Add(area);
        return _byCode[area.Code] = area;
    }

    /// <summary>Gives an area the values of a row, its parent among the areas already; returns whether any differs.</summary>
    public bool Change(Area area, AreaRow row)
    {
        var entry = _context.Entry(area);
        entry.Property(held => held.Name).CurrentValue = row.Name;
        if (row.StatesLetter)
            entry.Property(held => held.Letter).CurrentValue = row.Letter;
        var parent = row.Parent.Length > 0 ? _byCode[row.Parent] : null;
        var isMoved = area.Parent != parent;
        if (isMoved)
            entry.Reference(held => held.Parent).CurrentValue = parent;
        var hasOtherCodes = row.SupersededCodes is { } codes && ChangeCodes(area, codes);
        return isMoved || hasOtherCodes || entry.State is not EntityState.Unchanged;
    }

    public void StateImport(Area area, int? importId) => _context.Entry(area).Property(held => held.ImportId).CurrentValue = importId;

    // A code that another area had moves to this one.
    private bool ChangeCodes(Area area, IReadOnlyList<string> codes)
    {
        var gone = area.SupersededCodes.Where(former => !codes.Contains(former.Code)).ToList();
        var come = codes.Except(area.SupersededCodes.Select(former => former.Code), StringComparer.Ordinal).ToList();
        foreach (var former in gone)
        {
            _context.Remove(former);
            _former.Remove(former.Code);
        }

        foreach (var code in come)
        {
            if (_former.TryGetValue(code, out var elsewhere))
                _context.Remove(elsewhere);
            _former[code] = new SupersededAreaCode { Area = area, Code = code };
            _context.Add(_former[code]);
        }

        return gone.Count + come.Count > 0;
    }
}
