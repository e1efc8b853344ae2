using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>The list of what was imported, read and written within the transaction of an import.</summary>
internal sealed class ImportLedger(StrategyContext context)
{
    /// <summary>The import that took in the same content, if everything it wrote still stands; else null.</summary>
    public async Task<Import?> FindStandingAsync(ImportKind kind, string sha256, CancellationToken cancellation)
    {
        // One that left rows out might take them now.
        var same = await context.Imports.AsNoTracking()
            .Where(import => import.Kind == kind && import.Sha256 == sha256 && import.Rejected == 0)
            .OrderByDescending(import => import.Id)
            .FirstOrDefaultAsync(cancellation);
        if (same is null)
            return null;
        var kinds = KindsWritingTheSameRows(kind);
        var isOverwritten = await context.Imports.AnyAsync(
            later => later.Id > same.Id && kinds.Contains(later.Kind) && (later.New > 0 || later.Corrected > 0), cancellation);
        return isOverwritten ? null : same;
    }

    /// <summary>The time to record rows at: now to the millisecond, or just after the last import where that is not in the past, so that
    /// what was known between any two imports can be told.</summary>
    public async Task<DateTimeOffset> NextTimeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await context.Imports.MaxAsync(import => (DateTimeOffset?)import.RecordedAt, cancellation);
        var next = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return next > last || last is null ? next : last.Value.AddMilliseconds(1);
    }

    /// <summary>Adds an import whose rows are still to be counted; returns its key.</summary>
    public async Task<int> AddAsync(Import import, CancellationToken cancellation)
    {
        var entry = context.Imports.Add(import);
        await context.SaveChangesAsync(cancellation);
        entry.State = EntityState.Detached;
        return import.Id;
    }

    /// <summary>Writes down what became of the rows.</summary>
    public Task CountAsync(int importId, RowTally tally, CancellationToken cancellation) =>
        context.Imports.Where(import => import.Id == importId).ExecuteUpdateAsync(
            set => set
                .SetProperty(import => import.RowsRead, tally.Read)
                .SetProperty(import => import.New, tally.New)
                .SetProperty(import => import.Corrected, tally.Corrected)
                .SetProperty(import => import.Unchanged, tally.Unchanged)
                .SetProperty(import => import.NotStored, tally.NotStored.Values.Sum())
                .SetProperty(import => import.Rejected, tally.Rejected),
            cancellation);

    private static ImportKind[] KindsWritingTheSameRows(ImportKind kind) =>
        kind is ImportKind.RecordedCrime or ImportKind.Observations ? [ImportKind.RecordedCrime, ImportKind.Observations] : [kind];
}
