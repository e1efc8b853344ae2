using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Takes the database's write lock before anything is read, so that imports started together run one after the other.</summary>
internal static class WriteLock
{
    /// <summary>Begins a transaction that holds the write lock, waiting for whoever holds it.</summary>
    /// <param name="context">The context to write with.</param>
    /// <param name="longestWait">How long to wait in all; one attempt is made at least.</param>
    /// <param name="clock">Measures the wait.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="SqliteException">SQLITE_BUSY: another program still held the lock in the end.</exception>
    public static async Task<IDbContextTransaction> TakeAsync(
        StrategyContext context, TimeSpan longestWait, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // Serializable is BEGIN IMMEDIATE on SQLite, which gives up by itself after the connection's timeout.
                return await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
            }
            catch (SqliteException busy) when (
                busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED
                && clock.GetElapsedTime(start) < longestWait)
            {
                // Somebody else is still writing: wait for another turn.
            }
        }
    }
}
