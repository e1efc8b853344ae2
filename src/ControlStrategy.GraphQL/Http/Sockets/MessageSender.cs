using System.Net.WebSockets;
using GraphQL.Transport;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>Sends messages one after the other. A client that reads too slowly is let go, so that its answers hold no memory.</summary>
internal sealed class MessageSender(WebSocket socket, TimeSpan longestSend, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isClosed;

    /// <summary>Sends a message; nothing is sent when it was cancelled meanwhile, or the socket is closed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Keeps the message from being begun; one that was begun is sent whole.</param>
    public async Task SendAsync(OperationMessage message, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_isClosed) return;
            using var text = new MemoryStream();
            await GraphQLEngine.Serializer.WriteAsync(text, message, cancellation);
            await WithinBoundAsync(patience => socket.SendAsync(text.GetBuffer().AsMemory(0, (int)text.Length), WebSocketMessageType.Text, true, patience).AsTask());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sends the close frame; nothing follows it.</summary>
    public async Task CloseAsync(Closing closing)
    {
        await _turn.WaitAsync();
        try
        {
            if (_isClosed) return;
            _isClosed = true;
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await WithinBoundAsync(patience => socket.CloseOutputAsync((WebSocketCloseStatus)closing.Code, closing.Reason, patience));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task WithinBoundAsync(Func<CancellationToken, Task> send)
    {
        using var patience = new CancellationTokenSource(longestSend, clock);
        try
        {
            await send(patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client is gone or as good as gone: whoever reads from the socket learns it.
            _isClosed = true;
            socket.Abort();
        }
    }
}
