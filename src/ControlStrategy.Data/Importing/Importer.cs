using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Sqlite;
using ControlStrategy.Domain.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing;

/// <summary>Takes in files, each whole or not at all: figures, areas, and the strategy's work.</summary>
/// <param name="contexts">Makes the context to write with.</param>
/// <param name="clock">Tells when rows are recorded.</param>
public sealed class Importer(IDbContextFactory<StrategyContext> contexts, TimeProvider clock)
{
    /// <summary>
    /// Imports one file in one transaction. A file whose content was imported before, and stands, changes nothing. A value that differs
    /// from the current one supersedes it; areas, initiatives, milestones and activities are changed in place.
    /// With any rejected row nothing is written, unless the options accept the valid ones. Two imports at once run one after the other.
    /// </summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="path">The file, relative to the current folder or complete.</param>
    /// <param name="options">How to import, and who is told of progress and rejected rows.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays behind.</param>
    /// <returns>What became of the rows; also where rejected rows kept the file out.</returns>
    /// <exception cref="ImportException">The file is missing, a folder, empty, unreadable, not UTF-8, no well-formed CSV, without rows,
    /// of another kind, or was changed meanwhile; or the clock is behind. Nothing was written.</exception>
    /// <exception cref="StrategyDatabaseException">The database is locked by another program for too long, read-only, full or damaged.
    /// Nothing was written.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportKind kind, string path, ImportOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        using var file = ImportFile.Open(path);
        var job = ImportJob.Prepare(kind, file, options, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return await new ImportRun(job, context, clock).RunAsync(cancellation);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(context.Database.GetDbConnection().DataSource, cause);
        }
        catch (DbUpdateException update) when (update.InnerException is SqliteException cause)
        {
            throw SqliteFaults.Explain(context.Database.GetDbConnection().DataSource, cause);
        }
    }
}
