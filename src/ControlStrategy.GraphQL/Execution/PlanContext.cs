using System.Data.Common;
using System.Diagnostics;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;
using ControlStrategy.GraphQL.Statements;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>What the plan of a root field needs while it runs: this request's values and the operation's session.</summary>
internal sealed class PlanContext(PlannedField planned, Lease lease, CursorSigner signer, IServiceProvider services)
{
    /// <summary>One activity per statement, with its text; costs nothing while nobody listens.</summary>
    public static readonly ActivitySource Statements = new("ControlStrategy.GraphQL");

    /// <summary>Arguments of the fields that have some, by their index.</summary>
    public IReadOnlyList<IDictionary<string, ArgumentValue>?> Arguments => planned.Arguments;

    /// <summary>The lists among those fields, by the same index.</summary>
    public IReadOnlyList<ListRequest?> Lists => planned.Lists;

    public CursorSigner Signer => signer;

    public IServiceProvider Services => services;

    public CancellationToken Cancellation => lease.Cancellation;

    /// <summary>Runs a statement.</summary>
    public async Task ReadAsync(Statement statement, object? parentKeys, Action<DbDataReader> readRow)
    {
        using var activity = Begin(statement);
        var session = await lease.SessionAsync();
        await using var rows = await session.ExecuteAsync(statement, planned.Values, parentKeys);
        while (await NextAsync(session, rows))
            readRow(rows);
    }

    /// <summary>Runs a statement whose rows are taken one by one; others may run meanwhile, which needs a database that reads two results on one connection.</summary>
    public async IAsyncEnumerable<DbDataReader> RowsAsync(Statement statement, object? parentKeys)
    {
        using var activity = Begin(statement);
        var session = await lease.SessionAsync();
        await using var rows = await session.ExecuteAsync(statement, planned.Values, parentKeys);
        while (await NextAsync(session, rows))
            yield return rows;
    }

    private static Activity? Begin(Statement statement)
    {
        EngineTelemetry.CountStatement();
        var activity = Statements.StartActivity("statement");
        activity?.SetTag("db.query.text", statement.Sql);
        return activity;
    }

    private ValueTask<bool> NextAsync(Session session, DbDataReader rows)
    {
        Cancellation.ThrowIfCancellationRequested();
        return session.IsInProcess ? new(rows.Read()) : new(rows.ReadAsync(Cancellation));
    }
}
