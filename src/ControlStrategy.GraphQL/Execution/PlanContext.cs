using System.Data.Common;
using System.Diagnostics;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Statements;
using GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>What a plan needs while it runs: one request's values and one database connection, opened when first asked for.</summary>
internal sealed class PlanContext(Func<DbContext> createContext, CursorSigner signer, IServiceProvider services, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>One activity per statement, with its text; costs nothing while nobody listens.</summary>
    public static readonly ActivitySource Statements = new("ControlStrategy.GraphQL");

    private DbContext? _context;
    private DbTransaction? _snapshot;

    public required IReadOnlyList<object?> Values { get; init; }

    /// <summary>Arguments of the fields that have some, by their index.</summary>
    public required IReadOnlyList<IDictionary<string, ArgumentValue>?> Arguments { get; init; }

    /// <summary>The lists among those fields, by the same index.</summary>
    public required IReadOnlyList<ListRequest?> Lists { get; init; }

    public CursorSigner Signer => signer;

    public IServiceProvider Services => services;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Runs a statement. All statements of one context see the database in one state.</summary>
    public async Task ReadAsync(Statement statement, object? parentKeys, Action<DbDataReader> readRow)
    {
        using var activity = Statements.StartActivity("statement");
        await using var command = await PrepareAsync(statement, parentKeys, activity);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            readRow(rows);
    }

    /// <summary>Runs a statement whose rows are taken one by one; others may run meanwhile, which needs a database that reads two results on one connection.</summary>
    public async IAsyncEnumerable<DbDataReader> RowsAsync(Statement statement, object? parentKeys)
    {
        using var activity = Statements.StartActivity("statement");
        await using var command = await PrepareAsync(statement, parentKeys, activity);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_snapshot is not null) await _snapshot.DisposeAsync();
        if (_context is not null) await _context.DisposeAsync();
    }

    private async Task<DbCommand> PrepareAsync(Statement statement, object? parentKeys, Activity? activity)
    {
        var connection = await OpenAsync();
        EngineTelemetry.CountStatement();
        activity?.SetTag("db.query.text", statement.Sql);
        var command = statement.CreateCommand(connection, Values, parentKeys);
        command.Transaction = _snapshot;
        return command;
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (_context is not null) return _context.Database.GetDbConnection();
        _context = createContext();
        await _context.Database.OpenConnectionAsync(cancellation);
        var connection = _context.Database.GetDbConnection();
        _snapshot = await connection.BeginTransactionAsync(Dialect.Of(_context).Snapshot, cancellation);
        return connection;
    }
}
