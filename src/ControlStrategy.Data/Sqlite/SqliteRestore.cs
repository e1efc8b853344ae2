using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Puts a backup in a database's place, in one transaction, after what is there now was kept beside it.</summary>
internal sealed class SqliteRestore(SqliteDatabase database, string kept)
{
    /// <summary>Replaces the content. Readers see the old content or the new; writers wait; a killed restore leaves the old.</summary>
    /// <returns>Whether there was something to keep.</returns>
    /// <exception cref="StrategyDatabaseException">The backup is not whole, not this product's or of a newer version, the database is
    /// locked for too long, or the disk is full. The database is as it was.</exception>
    public async Task<bool> RunAsync(SqliteDatabase backup, CancellationToken cancellationToken)
    {
        if (database.IsAt(backup.Path))
            throw SqliteFaults.Refuse("BACKUP_IS_DATABASE", database.Path, "cannot be restored from itself. Name a backup.");
        SqliteFaults.CheckPath(database.Path);
        var prepared = SqliteDatabase.At($"{database.Path}.{Environment.ProcessId}.restored");
        try
        {
            await PrepareAsync(backup, prepared, cancellationToken);
            return await ReplaceAsync(prepared, cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(database.Path, cause);
        }
        finally
        {
            SqliteBackup.Remove(prepared.Path);
        }
    }

    /// <summary>Brings a copy to this program's version, so that no server ever sees older tables.</summary>
    private static async Task PrepareAsync(SqliteDatabase backup, SqliteDatabase prepared, CancellationToken cancellationToken)
    {
        await using (var reading = await SqliteBackup.OpenOursAsync(backup, cancellationToken))
        {
            if (await new SqliteMigrationHistory(reading).LastAsync(cancellationToken) is null)
                throw SqliteFaults.Refuse("DATABASE_FOREIGN", backup.Path, "is empty, so it is no backup of this program. Name another file.");
            await SqliteBackup.CopyAsync(reading, prepared, prepared.Path, cancellationToken);
        }
        if (await SqliteBackup.DamageAsync(prepared, cancellationToken) is { } damage)
            throw SqliteFaults.Refuse("DATABASE_DAMAGED", backup.Path, $"is damaged, and was not restored: {damage}. Name another backup.");
        await SqliteMigrations.ApplyAsync(prepared, cancellationToken);
    }

    private async Task<bool> ReplaceAsync(SqliteDatabase prepared, CancellationToken cancellationToken)
    {
        var isThere = new FileInfo(database.Path) is { Exists: true, Length: > 0 };
        try
        {
            await CopyOverAsync(prepared, isThere, cancellationToken);
        }
        catch (SqliteException damaged) when (isThere && damaged.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            // What cannot be read cannot be copied: the file itself is kept, and a new one made.
            foreach (var rest in new[] { "", "-wal", "-shm" })
                if (File.Exists(database.Path + rest)) File.Move(database.Path + rest, kept + rest);
            await CopyOverAsync(prepared, isToBeKept: false, cancellationToken);
        }
        return isThere;
    }

    private async Task CopyOverAsync(SqliteDatabase prepared, bool isToBeKept, CancellationToken cancellationToken)
    {
        await using var source = await prepared.OpenAsync(SqliteOpenMode.ReadOnly, SqliteBackup.LongestWaitSeconds, cancellationToken);
        await using var target = await database.OpenAsync(SqliteOpenMode.ReadWriteCreate, SqliteBackup.LongestWaitSeconds, cancellationToken);
        await target.ExecuteAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", cancellationToken);
        using var copy = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        // No page yet, but from here nobody else writes: what is kept is exactly what is replaced.
        Step(copy, 0, target);
        if (isToBeKept)
            await KeepAsync(cancellationToken);
        await Task.Run(() => Step(copy, -1, target), cancellationToken);
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var present = await database.OpenAsync(SqliteOpenMode.ReadOnly, SqliteBackup.LongestWaitSeconds, cancellationToken);
        await SqliteBackup.AppearAsync(kept, overwrite: false, part => SqliteBackup.CopyAsync(present, part, kept, cancellationToken));
    }

    private static void Step(sqlite3_backup copy, int pages, SqliteConnection target) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_backup_step(copy, pages), target.Handle);
}
