using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ControlStrategy.Data.Sqlite;

/// <summary>
/// Applies migrations in one transaction that holds SQLite's write lock. EF's own way marks its lock by a row, which a killed process
/// leaves behind and every later start then waits for.
/// </summary>
internal static class SqliteMigrations
{
    /// <returns>Whether anything had to be done.</returns>
    /// <exception cref="StrategyDatabaseException">The database cannot be used.</exception>
    public static async Task<bool> ApplyAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        SqliteFaults.CheckPath(database.Path);
        try
        {
            await using var connection = Connection(database);
            await connection.OpenAsync(cancellationToken);
            var history = new SqliteMigrationHistory(connection);
            var isBehind = !await history.IsCompleteAsync(cancellationToken)
                && await ApplyLockedAsync(connection, history, database.Path, cancellationToken);
            // Kept in the file, but a backup restored in its place may lack it.
            await connection.ExecuteAsync("PRAGMA journal_mode=WAL", cancellationToken);
            return isBehind;
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(database.Path, cause);
        }
    }

    // Foreign keys are off while tables are rebuilt, as SQLite advises, so the connection is not one of the pool.
    private static SqliteConnection Connection(SqliteDatabase database) =>
        new(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false, ForeignKeys = false }.ConnectionString);

    private static async Task<bool> ApplyLockedAsync(
        SqliteConnection connection, SqliteMigrationHistory history, string path, CancellationToken cancellationToken)
    {
        // Not deferred is BEGIN IMMEDIATE: whoever starts at the same time waits here, then finds nothing left to do.
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (await history.IsCompleteAsync(cancellationToken))
            return false;
        await history.CheckOursAsync(path, cancellationToken);
        await connection.ExecuteAsync(Script(connection, await history.LastAsync(cancellationToken)), cancellationToken);
        await CheckReferencesAsync(connection, path, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Script(SqliteConnection connection, string? from)
    {
        using var context = new SqliteMigrationContext(new DbContextOptionsBuilder<StrategyContext>().UseSqlite(connection).Options);
        return context.GetService<IMigrator>().GenerateScript(from, options: MigrationsSqlGenerationOptions.NoTransactions);
    }

    private static async Task CheckReferencesAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        var broken = await connection.ReadAsync("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", cancellationToken);
        if (broken.Count > 0)
            throw SqliteFaults.Refuse(
                "DATABASE_REFERENCES", path, $"was left as it was: rows of {broken[0]} refer to rows that do not exist. Restore a backup.");
    }
}
