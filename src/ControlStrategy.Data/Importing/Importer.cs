using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Sqlite;
using ControlStrategy.Domain.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing;

/// <summary>Takes in files, each whole or not at all: CSV, gzipped too, or XLSX, of figures, areas, and the strategy's work.</summary>
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
    /// <exception cref="ImportException">The file is missing, a folder, empty, unreadable, not UTF-8, no well-formed CSV, cut off,
    /// too large unpacked, a workbook that cannot be taken, without rows, of another kind, or was changed meanwhile. Nothing was written.</exception>
    /// <exception cref="StrategyDatabaseException">The database is locked by another program for too long, read-only, full or damaged.
    /// Nothing was written.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportKind kind, string path, ImportOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        using var file = ImportFile.Open(path, options.Limits);
        return await ImportAsync(kind, file, options, cancellation);
    }

    /// <summary>Imports content that is not in a file of its own, by the same rules.</summary>
    /// <param name="kind">What the content holds.</param>
    /// <param name="content">The bytes of a file and its name.</param>
    /// <param name="options">How to import, and who is told of progress and rejected rows.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays behind.</param>
    /// <returns>What became of the rows; also where rejected rows kept the file out.</returns>
    /// <exception cref="ImportException">As for a file.</exception>
    /// <exception cref="StrategyDatabaseException">As for a file.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportKind kind, ImportContent content, ImportOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        using var file = ImportFile.Take(content.FileName, content.Bytes, options.Limits);
        return await ImportAsync(kind, file, options, cancellation);
    }

    private async Task<ImportReport> ImportAsync(ImportKind kind, ImportFile file, ImportOptions options, CancellationToken cancellation)
    {
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

/// <summary>The content of a file that has no path of its own, such as an upload.</summary>
/// <param name="FileName">The name the file goes by, for messages and for the record.</param>
/// <param name="Bytes">Its bytes, which can be read from their beginning again; closed by the import.</param>
public sealed record ImportContent(string FileName, Stream Bytes);
