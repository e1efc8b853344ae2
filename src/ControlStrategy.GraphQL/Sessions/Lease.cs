namespace ControlStrategy.GraphQL.Sessions;

/// <summary>An operation's session, taken when first asked for and given back at its end.</summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="isSnapshot">Whether all statements of the operation must see the database in one state; one alone does so by itself.</param>
/// <param name="cancellation">Ends the operation.</param>
internal sealed class Lease(SessionPool pool, bool isSnapshot, CancellationToken cancellation) : IAsyncDisposable
{
    private Session? _session;

    public CancellationToken Cancellation => cancellation;

    public ValueTask<Session> SessionAsync() => _session is { } session ? new(session) : TakeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_session is not { } session) return;
        _session = null;
        try
        {
            await session.EndAsync(isSnapshot);
        }
        catch
        {
            session.Dispose();
            throw;
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
