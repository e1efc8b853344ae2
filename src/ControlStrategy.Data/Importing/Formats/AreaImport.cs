using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Takes areas. Their number is small, so that they are kept in memory until all parents are known.</summary>
internal sealed class AreaImport(
    Destination destination, HeldAreas held, Func<RecordFile, TidyRow> open, Func<TidyRow, AreaRow> read) : IRowImport
{
    private readonly Dictionary<string, AreaRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AreaRow> _formerCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _letters = new(StringComparer.Ordinal);

    public Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation)
    {
        ImportTooManyRowsException.Check(row.Path, _rows.Count);
        var fields = open(row);
        var area = read(fields);
        Check(fields, area);
        var refusal = fields.Refusal ?? Repeats(area);
        if (refusal is null)
            Keep(area);
        return Task.FromResult(refusal);
    }

    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var refused = RefuseLate();
        var areas = _rows.Values.Select(row => (Row: row, Held: held.Find(row.Code))).ToList();
        foreach (var (row, _) in areas.Where(pair => pair.Held is null))
            held.Add(row);
        var (added, corrected) = (0, 0);
        foreach (var (row, old) in areas)
        {
            var area = held.Find(row.Code)!;
            if (!held.Change(area, row))
                continue;
            held.StateImport(area, destination.ImportId);
            _ = old is null ? added++ : corrected++;
        }

        await destination.Context.SaveChangesAsync(cancellation);
        return new WrittenRows(added, corrected, areas.Count - added - corrected) { Refused = refused };
    }

    public void Dispose()
    {
    }

    private void Check(TidyRow row, AreaRow area)
    {
        if (held.Find(area.Code) is { } old && old.Level != area.Level)
            row.Refuse("level", $"is not the level of {area.Code} here, {old.Level}: an area keeps its level");
        if (area.Level is AreaLevel.Nation && held.Nation is { } nation && nation != area.Code)
            row.Refuse("level", $"is the level of {nation} alone: there is one nation");
        if (held.NowCalled(area.Code) is { } now)
            row.Refuse("code", $"is a former code of {now}");
        if (area.Parent.Length == 0 && area.Level is not AreaLevel.Nation)
            row.Refuse(area.ParentColumn, "is empty: only the nation is no part of another area");
        if (area.Letter is { } letter)
            CheckLetter(row, area, letter);
        foreach (var code in area.SupersededCodes ?? [])
            CheckFormerCode(row, area, code);
    }

    private void CheckLetter(TidyRow row, AreaRow area, string letter)
    {
        if (area.Level is not AreaLevel.PoliceDivision)
            row.Refuse("letter", "is given, and only a police division has a letter");
        else if ((_letters.GetValueOrDefault(letter) ?? held.WithLetter(letter)) is { } other && other != area.Code)
            row.Refuse("letter", $"is the letter of {other}");
    }

    private void CheckFormerCode(TidyRow row, AreaRow area, string code)
    {
        if (code == area.Code)
            row.Refuse("superseded_codes", $"names {code}, which is the area's own code");
        else if (held.Find(code) is not null || _rows.ContainsKey(code))
            row.Refuse("superseded_codes", $"names {code}, which is the code of another area; an area keeps its code");
        else if (_formerCodes.TryGetValue(code, out var other))
            row.Refuse("superseded_codes", FormattableString.Invariant($"names {code}, which line {other.Line} gives to {other.Code}"));
    }

    private RowRefusal? Repeats(AreaRow area)
    {
        if (_rows.TryGetValue(area.Code, out var first))
            return RowRefusal.Repeated(first.Line, "code");
        return _formerCodes.TryGetValue(area.Code, out var former)
            ? new RowRefusal(null, FormattableString.Invariant($"is about {area.Code}, which line {former.Line} names as a former code"))
            : null;
    }

    private void Keep(AreaRow area)
    {
        _rows.Add(area.Code, area);
        foreach (var code in area.SupersededCodes ?? [])
            _formerCodes.Add(code, area);
        if (area.Letter is not null)
            _letters[area.Letter] = area.Code;
    }

    // A part of a refused area is refused as well. Levels rise from part to whole, so this ends after as many turns as there are levels.
    private List<LateRefusal> RefuseLate()
    {
        List<LateRefusal> refused = [];
        for (var before = -1; before < refused.Count;)
        {
            before = refused.Count;
            foreach (var row in _rows.Values.Where(row => row.Parent.Length > 0).ToList())
            {
                if (WhyNotUnder(row) is not { } reason)
                    continue;
                _rows.Remove(row.Code);
                refused.Add(new LateRefusal(row.Line, row.ParentColumn, row.Parent, reason));
            }
        }

        return [.. refused.OrderBy(late => late.Line)];
    }

    private string? WhyNotUnder(AreaRow row)
    {
        var level = _rows.GetValueOrDefault(row.Parent)?.Level ?? held.Find(row.Parent)?.Level;
        var named = row.ParentName.Length > 0 ? $"({row.ParentName}) " : "";
        if (level is null)
            return $"{named}is not the code of an area known here, nor of a row that was taken";
        return level >= row.Level ? $"is a {level}, and {row.Code}, a {row.Level}, cannot be part of it" : null;
    }
}
