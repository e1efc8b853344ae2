using System.Buffers;
using System.Net.WebSockets;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>Reads whole messages from a socket, no larger than allowed.</summary>
internal sealed class MessageReader(WebSocket socket, int maximumBytes)
{
    private const int PieceBytes = 4_096;
    private readonly ArrayBufferWriter<byte> _message = new();

    /// <summary>The next message, valid until the next call; null when the client has closed the socket.</summary>
    /// <exception cref="TooLargeMessage">It is larger than allowed; the rest of it is not read.</exception>
    /// <exception cref="InvalidMessage">It is not text.</exception>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var piece = await socket.ReceiveAsync(_message.GetMemory(PieceBytes), cancellation);
            if (piece.MessageType is WebSocketMessageType.Close) return null;
            if (piece.MessageType is not WebSocketMessageType.Text) throw new InvalidMessage("not text");
            _message.Advance(piece.Count);
            if (_message.WrittenCount > maximumBytes) throw new TooLargeMessage();
            if (piece.EndOfMessage) return _message.WrittenMemory;
        }
    }

    /// <summary>Comes back when the client has closed the socket, whatever it sends before.</summary>
    public async Task DiscardAsync(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        ValueWebSocketReceiveResult piece;
        do
        {
            piece = await socket.ReceiveAsync(_message.GetMemory(PieceBytes), cancellation);
        }
        while (piece.MessageType is not WebSocketMessageType.Close);
    }
}

/// <summary>A message larger than allowed.</summary>
internal sealed class TooLargeMessage : Exception;
