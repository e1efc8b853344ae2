using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Sessions;

/// <summary>Keeps open sessions for the next operations: to open a connection and to prepare a statement cost more than many answers.</summary>
internal sealed class SessionPool(Func<DbContext> createContext) : IDisposable
{
    private const int MostIdle = 32;
    private readonly ConcurrentStack<Session> _idle = [];
    private volatile bool _isDisposed;

    public async ValueTask<Session> RentAsync(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var session))
        {
            if (session.IsUsable) return session;
            session.Dispose();
        }
        return await Session.OpenAsync(createContext(), cancellation);
    }

    public void Return(Session session)
    {
        if (_isDisposed || _idle.Count >= MostIdle || !session.IsUsable) session.Dispose();
        else _idle.Push(session);
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var session))
            session.Dispose();
    }
}
