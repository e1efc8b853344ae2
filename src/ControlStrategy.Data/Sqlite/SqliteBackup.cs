using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Copies a database, as it is at one moment, into a file that appears whole or not at all.</summary>
internal static class SqliteBackup
{
    public const int LongestWaitSeconds = 60;
    private static readonly string[] SideFiles = ["-journal", "-wal", "-shm"];

    /// <summary>Copies a database of this product and checks the copy.</summary>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="StrategyDatabaseException">The target cannot be made, the source cannot be read, or the copy is damaged.</exception>
    public static async Task<long> WriteAsync(SqliteDatabase source, string target, bool overwrite, CancellationToken cancellationToken)
    {
        CheckTarget(source, target, overwrite);
        await using var reading = await OpenOursAsync(source, cancellationToken);
        return await AppearAsync(target, overwrite, async part =>
        {
            await CopyAsync(reading, part, target, cancellationToken);
            if (await DamageAsync(part, cancellationToken) is { } damage)
                throw SqliteFaults.Refuse("DATABASE_DAMAGED", source.Path, $"is damaged, and was not copied: {damage}.");
        });
    }

    /// <summary>Opens a database to read from, once it is known to be this product's and not of a newer version.</summary>
    /// <exception cref="StrategyDatabaseException">It is not, or cannot be opened.</exception>
    public static async Task<SqliteConnection> OpenOursAsync(SqliteDatabase source, CancellationToken cancellationToken)
    {
        SqliteFaults.CheckPath(source.Path);
        try
        {
            var connection = await source.OpenAsync(SqliteOpenMode.ReadOnly, LongestWaitSeconds, cancellationToken);
            await new SqliteMigrationHistory(connection).CheckOursAsync(source.Path, cancellationToken);
            return connection;
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(source.Path, cause);
        }
    }

    /// <summary>Makes a file under a name of its own and gives it the wanted one when it is complete.</summary>
    public static async Task<long> AppearAsync(string target, bool overwrite, Func<SqliteDatabase, Task> write)
    {
        // Of two processes that copy to the same place each has its own file; the later one is refused or wins, whole.
        var part = SqliteDatabase.At($"{target}.{Environment.ProcessId}.part");
        try
        {
            await write(part);
            File.Move(part.Path, target, overwrite);
            return new FileInfo(target).Length;
        }
        finally
        {
            Remove(part.Path);
        }
    }

    /// <summary>Deletes a file that was only a step on the way, with what SQLite put beside it.</summary>
    public static void Remove(string path)
    {
        foreach (var rest in SideFiles.Prepend(""))
            File.Delete(path + rest);
    }

    /// <summary>Copies all pages in one step, which reads one state however much is written meanwhile, and makes the copy one file.</summary>
    public static async Task CopyAsync(SqliteConnection source, SqliteDatabase part, string target, CancellationToken cancellationToken)
    {
        try
        {
            await using var writing = await part.OpenAsync(SqliteOpenMode.ReadWriteCreate, LongestWaitSeconds, cancellationToken);
            await Task.Run(() => source.BackupDatabase(writing), cancellationToken);
            await writing.ExecuteAsync("PRAGMA journal_mode=DELETE", cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(target, cause);
        }
    }

    /// <summary>What SQLite's own check finds first; null where the file is whole.</summary>
    public static async Task<string?> DamageAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(SqliteOpenMode.ReadOnly, LongestWaitSeconds, cancellationToken);
            var found = await connection.ReadAsync("PRAGMA integrity_check(1)", cancellationToken);
            return found is ["ok"] ? null : found.FirstOrDefault() ?? "it has no content";
        }
        catch (SqliteException damaged)
        {
            return damaged.Message.TrimEnd('.');
        }
    }

    private static void CheckTarget(SqliteDatabase source, string target, bool overwrite)
    {
        SqliteFaults.CheckPath(target);
        if (source.IsAt(target))
            throw SqliteFaults.Refuse("BACKUP_IS_DATABASE", target, "cannot be copied onto itself. Name another file.");
        // SQLite would replay a log that stays beside the target over the new copy.
        if (SideFiles.Select(rest => target + rest).FirstOrDefault(File.Exists) is { } log)
            throw SqliteFaults.Refuse("BACKUP_IN_USE", target, $"is in use, or was left by a killed program: there is {log}. Name another file.");
        if (!overwrite && File.Exists(target))
            throw new StrategyDatabaseException("BACKUP_EXISTS", $"There is a file {target} already. Name another one, or let it be replaced (--force).");
    }
}
