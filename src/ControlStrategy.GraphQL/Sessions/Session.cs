using System.Data;
using System.Data.Common;
using ControlStrategy.GraphQL.Statements;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ControlStrategy.GraphQL.Sessions;

/// <summary>An open connection that serves one operation at a time, with the statements it has prepared.</summary>
internal sealed class Session : IDisposable
{
    private const int MostPrepared = 64;

    /// <summary>SQLite asks after so many of its instructions whether to go on: about a millisecond.</summary>
    private const int InstructionsBetweenLooks = 50_000;

    /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG.</summary>
    private const int StablePlans = 1007;

    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly DbContext _context;
    private readonly DbConnection _connection;
    private readonly Dialect _dialect;
    private CancellationToken _cancellation;

    private Session(DbContext context)
    {
        _context = context;
        _connection = context.Database.GetDbConnection();
        _dialect = Dialect.Of(context);
        if (_connection is SqliteConnection { Handle: { } sqlite }) SetUp(sqlite);
    }

    /// <summary>Whether rows come from this process itself: to wait for them as a task would only cost.</summary>
    public bool IsInProcess => _dialect.IsSqlite;

    /// <summary>Whether another operation may have it.</summary>
    public bool IsUsable => _connection.State == ConnectionState.Open;

    public static async Task<Session> OpenAsync(DbContext context, CancellationToken cancellation)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            return new Session(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins to serve an operation, whose end stops what runs.</summary>
    /// <param name="isSnapshot">Whether all its statements must see the database in one state.</param>
    /// <param name="cancellation">The operation's end.</param>
    public async ValueTask BeginAsync(bool isSnapshot, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        if (isSnapshot) await RunAsync(_dialect.BeginSnapshot);
    }

    /// <summary>Ends what was begun.</summary>
    public async ValueTask EndAsync(bool isSnapshot)
    {
        _cancellation = CancellationToken.None;
        if (isSnapshot) await RunAsync("COMMIT");
        if (_prepared.Count <= MostPrepared) return;
        foreach (var command in _prepared.Values)
            command.Dispose();
        _prepared.Clear();
    }

    public Task<DbDataReader> ExecuteAsync(Statement statement, IReadOnlyList<object?> values, object? parentKeys) =>
        Prepared(statement.Sql, command => statement.Bind(command, values, parentKeys)).ExecuteReaderAsync(_cancellation);

    public void Dispose()
    {
        // The connection may live on in its provider's pool.
        if (_connection is SqliteConnection { Handle: { } sqlite }) raw.sqlite3_progress_handler(sqlite, 0, null, null);
        foreach (var command in _prepared.Values)
            command.Dispose();
        _context.Dispose();
    }

    private async ValueTask RunAsync(string sql)
    {
        var command = Prepared(sql, static _ => { });
        if (IsInProcess) command.ExecuteNonQuery();
        else await command.ExecuteNonQueryAsync(_cancellation);
    }

    private void SetUp(sqlite3 sqlite)
    {
        // SQLite knows no cancellation of its own: a statement would run to its end.
        raw.sqlite3_progress_handler(sqlite, InstructionsBetweenLooks, _ => _cancellation.IsCancellationRequested ? 1 : 0, null);
        // Else a statement whose plan depends on a value, as on a row limit, is planned anew whenever it gets its values.
        raw.sqlite3_db_config(sqlite, StablePlans, 1, out _);
    }

    /// <summary>A prepared command with its values, whose types some databases must know to prepare it.</summary>
    private DbCommand Prepared(string sql, Action<DbCommand> bind)
    {
        if (_prepared.TryGetValue(sql, out var known))
        {
            bind(known);
            return known;
        }
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from EF's translation; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        _prepared.Add(sql, command);
        try
        {
            bind(command);
            command.Prepare();
            return command;
        }
        catch
        {
            _prepared.Remove(sql);
            command.Dispose();
            throw;
        }
    }
}
