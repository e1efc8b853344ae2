using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>A client of the graphql-transport-ws protocol that sends what a test tells it to.</summary>
internal sealed class SocketClient : IDisposable
{
    public ClientWebSocket Socket { get; } = new();

    /// <summary>Connects without a word of the protocol.</summary>
    public static async Task<SocketClient> ConnectAsync(LibraryServer server, string? origin = null, string subprotocol = "graphql-transport-ws")
    {
        var client = new SocketClient();
        client.Socket.Options.AddSubProtocol(subprotocol);
        if (origin is not null) client.Socket.Options.SetRequestHeader("Origin", origin);
        await client.Socket.ConnectAsync(new UriBuilder(server.Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>Connects and is acknowledged.</summary>
    public static async Task<SocketClient> BeginAsync(LibraryServer server)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init","payload":{"token":"none"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    /// <summary>Subscribes; comes back when the server has read it.</summary>
    public async Task SubscribeAsync(string id, string query, object? variables = null)
    {
        await SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query, variables } }));
        await PingAsync();
    }

    /// <summary>Comes back when the server has read all that was sent before.</summary>
    public async Task PingAsync()
    {
        await SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await ReceiveAsync());
    }

    public Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        Socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None);

    /// <summary>The next message; for a close frame its code and reason.</summary>
    public async Task<string> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var piece = new byte[4_096];
        WebSocketReceiveResult received;
        do
        {
            received = await Socket.ReceiveAsync(piece, CancellationToken.None);
            message.Write(piece, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return received.MessageType is WebSocketMessageType.Close
            ? FormattableString.Invariant($"{(int)received.CloseStatus!} {received.CloseStatusDescription}")
            : Encoding.UTF8.GetString(message.ToArray());
    }

    public void Dispose() => Socket.Dispose();
}
