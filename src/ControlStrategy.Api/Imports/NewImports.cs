using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Imports;

/// <summary>Reads imports as they are committed. For one caller at a time.</summary>
internal sealed class NewImports(StrategyDatabase database, IDbContextFactory<StrategyContext> contexts) : IAsyncDisposable
{
    private DatabaseWatch? _watch;

    // Not the key: a restored backup gives keys anew, while every import is recorded later than the one before.
    private DateTimeOffset _last;
    private bool _isPending;

    /// <summary>Counts what is there now as known.</summary>
    /// <exception cref="StrategyDatabaseException">The database cannot be read now.</exception>
    public async Task SkipAsync(CancellationToken cancellation)
    {
        _watch ??= database.Watch();
        await _watch.HasChangedAsync(cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        _last = await context.Imports.MaxAsync(import => (DateTimeOffset?)import.RecordedAt, cancellation) ?? DateTimeOffset.MinValue;
        _isPending = false;
    }

    /// <summary>What imports brought that were committed since the last call, in their order; those without observations are left out.</summary>
    /// <exception cref="StrategyDatabaseException">The database cannot be read now; the next call tells what this one would have.</exception>
    public async Task<IReadOnlyList<ImportedObservations>> ReadAsync(CancellationToken cancellation)
    {
        _watch ??= database.Watch();
        _isPending |= await _watch.HasChangedAsync(cancellation);
        if (!_isPending) return [];
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var imports = await context.Imports.Where(import => import.RecordedAt > _last).OrderBy(import => import.RecordedAt)
            .Select(import => new { import.Id, import.RecordedAt, HasChanged = import.New > 0 || import.Corrected > 0 })
            .ToListAsync(cancellation);
        var brought = new List<ImportedObservations>();
        foreach (var import in imports.Where(import => import.HasChanged))
        {
            if (await ImportedObservations.ReadAsync(context, import.Id, cancellation) is { } observations) brought.Add(observations);
        }
        if (imports.Count > 0) _last = imports[^1].RecordedAt;
        _isPending = false;
        return brought;
    }

    /// <summary>Lets go of the database until the next call.</summary>
    public async ValueTask RestAsync()
    {
        if (_watch is not null) await _watch.DisposeAsync();
        _watch = null;
    }

    public ValueTask DisposeAsync() => RestAsync();
}
