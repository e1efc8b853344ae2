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
            throw new StrategyDatabaseException("DATABASE_NAME", "The connection string names no database file. Write for example: Data Source=strategy.db");
        builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        // Not for the connection string to decide: the connection's set-up turns them on.
        builder.ForeignKeys = null;
        return new(builder.DataSource, builder.ConnectionString);
    }

    /// <summary>The database in a file named by its full path.</summary>
    public static SqliteDatabase At(string path) => new(path, new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);

    /// <summary>For contexts that may write.</summary>
    public DbContextOptionsBuilder ConfigureWriting(DbContextOptionsBuilder options) => Configure(options, ConnectionString);

    /// <summary>For contexts that answer questions: SQLite itself refuses whatever would write.</summary>
    public DbContextOptionsBuilder ConfigureReading(DbContextOptionsBuilder options) =>
        Configure(options, new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString).AddInterceptors(SqliteCancellation.Instance);

    /// <summary>A connection of its own for one task, never one of the pool.</summary>
    /// <param name="mode">Whether it may write, or even make the file.</param>
    /// <param name="longestWaitSeconds">How long a statement waits for another program's lock.</param>
    /// <param name="cancellationToken">Stops before opening.</param>
    public async Task<SqliteConnection> OpenAsync(SqliteOpenMode mode, int longestWaitSeconds, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString)
        {
            Mode = mode,
            Pooling = false,
            DefaultTimeout = longestWaitSeconds,
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync($"PRAGMA busy_timeout={longestWaitSeconds * 1000}", cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) =>
        // A list of keys is one parameter, so that a statement is translated and prepared once for lists of all lengths.
        options.UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(SqliteConnectionSetUp.Instance);

    /// <summary>Whether a path is this file's, also by another name that a link gives it or its folder.</summary>
    public bool IsAt(string path) => string.Equals(Resolved(path), Resolved(Path), StringComparison.Ordinal);

    private static string Resolved(string path)
    {
        var file = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var folder = System.IO.Path.GetDirectoryName(file);
        return Directory.Exists(folder) && Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is { } target
            ? System.IO.Path.Combine(target.FullName, System.IO.Path.GetFileName(file))
            : file;
    }

    // The cause is not passed on: it quotes the connection string, which may hold a password.
    private static SqliteConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            throw new StrategyDatabaseException("DATABASE_NAME", "The connection string cannot be read. Write for example: Data Source=strategy.db");
        }
    }
}
