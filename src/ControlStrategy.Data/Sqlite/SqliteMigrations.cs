using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data.Sqlite;

/// <summary>
/// Applies migrations in one transaction that holds SQLite's write lock. EF's own way marks its lock by a row, which a killed process
/// leaves behind and every later start then waits for.
/// </summary>
internal static class SqliteMigrations
{
    /// <returns>Whether anything had to be done.</returns>
    public static async Task<bool> ApplyAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        SqliteFaults.CheckPath(database.Path);
        try
        {
            await using var context = Open(database);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var isBehind = await IsBehindAsync(context, database.Path, cancellationToken);
            // Kept in the file, but a backup restored in its place may lack it.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            return isBehind && await ApplyLockedAsync(context, database.Path, cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(database.Path, cause);
        }
    }

    // Foreign keys are off while tables are rebuilt, as SQLite advises, so the connection is not one of the pool.
    private static SqliteMigrationContext Open(SqliteDatabase database)
    {
        var connection = new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false, ForeignKeys = false };
        return new(new DbContextOptionsBuilder<StrategyContext>().UseSqlite(connection.ConnectionString).Options);
    }

    private static async Task<bool> ApplyLockedAsync(StrategyContext context, string path, CancellationToken cancellationToken)
    {
        // Serializable is BEGIN IMMEDIATE: whoever starts at the same time waits here, then finds nothing left to do.
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (!await IsBehindAsync(context, path, cancellationToken))
            return false;
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        var migrator = context.GetService<IMigrator>();
        var script = migrator.GenerateScript(applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions);
        await ExecuteAsync(context, script, cancellationToken);
        await CheckReferencesAsync(context, path, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> IsBehindAsync(StrategyContext context, string path, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw SqliteFaults.Refuse(path, $"is of a newer version of this program: it has {unknown}. Use that one or name another file.");
        if (applied.Count == 0 && await CountAsync(context, "SELECT count(*) AS Value FROM sqlite_master", cancellationToken) > 0)
            throw SqliteFaults.Refuse(path, "belongs to another program: it has tables this one did not make. Name another file.");
        return applied.Count < known.Count;
    }

    private static async Task CheckReferencesAsync(StrategyContext context, string path, CancellationToken cancellationToken)
    {
        if (await CountAsync(context, "SELECT count(*) AS Value FROM pragma_foreign_key_check", cancellationToken) is > 0 and var broken)
            throw SqliteFaults.Refuse(path, $"was left as it was: {broken} rows would refer to rows that do not exist. Restore a backup.");
    }

    private static async Task<long> CountAsync(StrategyContext context, string sql, CancellationToken cancellationToken) =>
        await context.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellationToken);

    // Not ExecuteSqlRaw: a script may hold braces, which that takes for places of parameters.
    private static async Task ExecuteAsync(StrategyContext context, string script, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = script;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
