using System.Net.WebSockets;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>Closes a socket once, and breaks it off where the client does not close its side soon.</summary>
internal sealed class SocketFarewell(WebSocket socket, MessageSender sender, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private ITimer? _patience;
    private int _isSaid;

    /// <summary>Whether it was begun: what the client sends from then on is not listened to.</summary>
    public bool IsSaid => Volatile.Read(ref _isSaid) == 1;

    /// <summary>Sends the close frame, unless another one was sent.</summary>
    public async Task SayAsync(Closing closing)
    {
        if (Interlocked.Exchange(ref _isSaid, 1) == 1) return;
        _patience = clock.CreateTimer(_ => socket.Abort(), null, Longest, Timeout.InfiniteTimeSpan);
        await sender.CloseAsync(closing);
    }

    public void Dispose() => _patience?.Dispose();
}
