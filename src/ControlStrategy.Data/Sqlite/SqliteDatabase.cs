using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Sqlite;

/// <summary>A database in one file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="ConnectionString">How to open it.</param>
internal sealed record SqliteDatabase(string Path, string ConnectionString)
{
    /// <summary>The level for which the provider begins a deferred transaction, which in WAL mode is a snapshot.</summary>
    public const IsolationLevel Snapshot = IsolationLevel.ReadUncommitted;

    /// <summary>Reads a connection string; relative paths start at the current folder.</summary>
    /// <exception cref="StrategyDatabaseException">It cannot be read or names no file.</exception>
    public static SqliteDatabase Parse(string connectionString)
    {
        var builder = Read(connectionString);
        if (builder.DataSource is "" or ":memory:" || builder.Mode is SqliteOpenMode.Memory)
            throw new StrategyDatabaseException("The connection string names no database file. Write for example: Data Source=strategy.db");
        builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        // Not for the connection string to decide: the connection's set-up turns them on.
        builder.ForeignKeys = null;
        return new(builder.DataSource, builder.ConnectionString);
    }

    public DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(ConnectionString).AddInterceptors(SqliteConnectionSetUp.Instance);

    // The cause is not passed on: it quotes the connection string, which may hold a password.
    private static SqliteConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            throw new StrategyDatabaseException("The connection string cannot be read. Write for example: Data Source=strategy.db");
        }
    }
}
