using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ControlStrategy.Data.Sqlite;

/// <summary>
/// SQLite knows no cancellation of its own: a query would run to its end whatever became of the caller. While one runs, SQLite asks every
/// few ten thousand of its instructions whether to go on; a query that is stopped fails with SQLITE_INTERRUPT.
/// </summary>
internal sealed class SqliteCancellation : DbCommandInterceptor
{
    public static readonly SqliteCancellation Instance = new();
    private const int InstructionsBetweenLooks = 50_000;

    /// <summary>The same for statements that go past EF, until what is returned is disposed.</summary>
    public static IDisposable Watching(DbConnection? connection, CancellationToken cancellationToken)
    {
        Watch(connection, cancellationToken.CanBeCanceled ? _ => cancellationToken.IsCancellationRequested ? 1 : 0 : null);
        return new End(connection);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Watch(command.Connection, cancellationToken.CanBeCanceled ? _ => cancellationToken.IsCancellationRequested ? 1 : 0 : null);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Watch(command.Connection, cancellationToken.CanBeCanceled ? _ => cancellationToken.IsCancellationRequested ? 1 : 0 : null);
        return new(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Watch(command.Connection, null);
        return new(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Watch(command.Connection, null);
        return result;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(command.Connection, null);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(command.Connection, null);
        return Task.CompletedTask;
    }

    private static void Watch(DbConnection? connection, delegate_progress? isToStop)
    {
        if (connection is SqliteConnection { Handle: { } handle })
            raw.sqlite3_progress_handler(handle, isToStop is null ? 0 : InstructionsBetweenLooks, isToStop, null);
    }

    private sealed class End(DbConnection? connection) : IDisposable
    {
        public void Dispose() => Watch(connection, null);
    }
}
