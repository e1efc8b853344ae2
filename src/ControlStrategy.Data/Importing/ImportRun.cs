using ControlStrategy.Data.Delivery;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Data.Importing.Writing;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing;

/// <summary>Carries out one import in one transaction. Whatever ends it early leaves nothing behind.</summary>
internal sealed class ImportRun(ImportJob job, StrategyContext context, TimeProvider clock)
{
    private readonly ImportLedger _ledger = new(context);
    private readonly RowTally _tally = new(job.File.Name, job.Options);

    public async Task<ImportReport> RunAsync(CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await WriteLock.TakeAsync(context, job.Options.LongestWait, clock, cancellation);
        if (await _ledger.FindStandingAsync(job.Kind, job.Sha256, cancellation) is { } earlier)
            return job.AlreadyImported(earlier);

        var known = new Catalogue(await KnownMeasures.LoadAsync(context, cancellation), await KnownAreas.LoadAsync(context, cancellation));
        using (var rows = job.File.Rows())
            job.Format.CheckSubject(rows, known);
        var recordedAt = await _ledger.NextTimeAsync(clock.GetUtcNow(), cancellation);
        var importId = await _ledger.AddAsync(job.Uncounted(recordedAt), cancellation);
        var destination = new Destination(context, known, importId, recordedAt, job.Source);
        await TakeRowsAsync(destination, cancellation);
        if (!IsToBeKept())
            return job.Report(_tally, recordedAt: null);

        if (job.ChangesActivities)
            await ActivityFigures.KeepAsync(destination, cancellation);
        await _ledger.CountAsync(importId, _tally, cancellation);
        await transaction.CommitAsync(cancellation);
        return job.Report(_tally, recordedAt);
    }

    private async Task TakeRowsAsync(Destination destination, CancellationToken cancellation)
    {
        using var rows = job.File.Rows();
        using var import = await job.Format.BeginAsync(destination, cancellation);
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            _tally.Add(rows, await TakeAsync(import, rows, cancellation));
        }

        _tally.End();
        if (_tally.Read == 0)
            throw new ImportFileWithoutRowsException(job.File.Path);
        job.File.CheckUnchanged(job.Sha256, cancellation);
        _tally.Add(await import.WriteAsync(cancellation));
    }

    private static async Task<RowRefusal?> TakeAsync(IRowImport import, RecordFile row, CancellationToken cancellation)
    {
        if (row.FieldCount != row.Header.Count)
            return new RowRefusal(null, FormattableString.Invariant($"has {row.FieldCount} fields, and the header {row.Header.Count}"));
        return row.Unreadable is { } field ? new RowRefusal(field.Column, field.Reason) : await import.TakeAsync(row, cancellation);
    }

    private bool IsToBeKept() => _tally.Rejected == 0 || (job.Options.AcceptValid && _tally.Rejected < _tally.Read);
}
