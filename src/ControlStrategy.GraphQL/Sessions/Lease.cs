using System.Data.Common;

namespace ControlStrategy.GraphQL.Sessions;

/// <summary>An operation's session, taken when first asked for and given back at its end.</summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="isSnapshot">Whether all statements of the operation must see the database in one state; one alone does so by itself.</param>
/// <param name="cancellation">Ends the operation.</param>
internal sealed class Lease(SessionPool pool, bool isSnapshot, CancellationToken cancellation) : IAsyncDisposable
{
    private Session? _session;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Bytes of the answer so far.</summary>
    public int AnswerBytes { get; set; }

    public ValueTask<Session> SessionAsync() => _session is { } session ? new(session) : TakeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_session is not { } session) return;
        _session = null;
        try
        {
            await session.EndAsync(isSnapshot);
        }
        catch (DbException)
        {
            // What was read is read: a session that cannot end well is only of no more use.
            session.Dispose();
            return;
        }
        pool.Return(session);
    }

    private async ValueTask<Session> TakeAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        var session = await pool.RentAsync(cancellation);
        try
        {
            await session.BeginAsync(isSnapshot, cancellation);
            return _session = session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
