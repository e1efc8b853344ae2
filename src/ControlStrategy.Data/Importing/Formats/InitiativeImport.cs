using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Takes initiatives. Their number is small, so that they are kept in memory until all parents are known.</summary>
internal sealed class InitiativeImport(Destination destination, HeldInitiatives held, Func<RecordFile, TidyRow> open) : IRowImport
{
    private readonly Dictionary<string, InitiativeRow> _rows = new(StringComparer.Ordinal);

    public Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation)
    {
        ImportTooManyRowsException.Check(row.Path, _rows.Count);
        var fields = open(row);
        var initiative = new InitiativeRow(fields, held, destination.Known.Areas);
        var refusal = fields.Refusal;
        if (refusal is null && !_rows.TryAdd(initiative.Code, initiative))
            refusal = RowRefusal.Repeated(_rows[initiative.Code].Line, "code");
        return Task.FromResult(refusal);
    }

    public async Task<WrittenRows> WriteAsync(CancellationToken cancellation)
    {
        var refused = RefuseLate();
        var context = destination.Context;
        var codesHeld = held.ByCode.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var row in _rows.Values)
            held.ByCode[row.Code] = row.Noun(context);
        var (added, corrected) = (0, 0);
        foreach (var row in _rows.Values)
        {
            var entry = context.Entry(held.ByCode[row.Code]);
            if (!row.Change(entry, row.Parent is { } parent ? held.ByCode[parent] : null))
                continue;
            entry.Property(initiative => initiative.ImportId).CurrentValue = destination.ImportId;
            _ = codesHeld.Contains(row.Code) ? corrected++ : added++;
        }

        await context.SaveChangesAsync(cancellation);
        return new WrittenRows(added, corrected, _rows.Count - added - corrected) { Refused = refused };
    }

    public void Dispose()
    {
    }

    // What is listed under a refused initiative is refused as well, until all that is left holds.
    private List<LateRefusal> RefuseLate()
    {
        List<LateRefusal> refused = [];
        for (var before = -1; before < refused.Count;)
        {
            before = refused.Count;
            foreach (var row in _rows.Values.Where(row => row.Parent is not null).ToList())
            {
                if (WhyNotUnder(row) is not { } reason)
                    continue;
                _rows.Remove(row.Code);
                refused.Add(new LateRefusal(row.Line, "parent", row.Parent!, reason));
            }
        }

        return [.. refused.OrderBy(late => late.Line)];
    }

    private string? WhyNotUnder(InitiativeRow row)
    {
        if (!_rows.ContainsKey(row.Parent!) && !held.ByCode.ContainsKey(row.Parent!))
            return "is not the code of an initiative known here, nor of a row that was taken";
        var above = new HashSet<string>(StringComparer.Ordinal);
        for (var code = row.Parent; code is not null && above.Add(code); code = ParentOf(code))
        {
            if (code == row.Code)
                return $"is listed under {row.Code} itself";
        }

        return null;
    }

    private string? ParentOf(string code) => _rows.TryGetValue(code, out var row) && row.StatesParent
        ? row.Parent
        : held.ByCode.GetValueOrDefault(code)?.Parent?.Code;
}
