using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Subscribing;
using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>What a WebSocket may take, each server with limits of its own.</summary>
public sealed class SocketLimitTests
{
    private const string Follow = "subscription { bookArrived { copies } }";

    [Fact]
    public async Task A_socket_that_never_introduces_itself_is_closed()
    {
        var clock = new FakeTimeProvider();
        await using var server = await StartAsync(new StreamLimits { MaximumInitSeconds = 3 }, clock);
        using var silent = await SocketClient.ConnectAsync(server.Server);
        using var known = await SocketClient.BeginAsync(server.Server);
        await silent.PingAsync();
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("4408 Connection initialisation timeout", await silent.ReceiveAsync());
        await known.PingAsync();
    }

    [Fact]
    public async Task A_message_over_the_limit_closes_the_socket_and_one_at_the_limit_does_not()
    {
        await using var server = await StartAsync(new StreamLimits { MaximumMessageBytes = 6_000 });
        using var client = await SocketClient.BeginAsync(server.Server);
        const string Ping = """{"type":"ping"}""";
        await client.SendAsync(Ping.PadRight(6_000));
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await client.SendAsync(Ping.PadRight(6_001));
        Assert.Equal("1009 More than 6000 bytes (setting Streams:MaximumMessageBytes)", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_without_end_is_not_read_to_its_end()
    {
        await using var server = await StartAsync(new StreamLimits { MaximumMessageBytes = 6_000 });
        using var client = await SocketClient.BeginAsync(server.Server);
        for (var piece = 0; piece < 7; piece++)
            await client.Socket.SendAsync(new byte[1_000], WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
        Assert.StartsWith("1009", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_too_many_is_refused_and_the_others_go_on()
    {
        await using var server = await StartAsync(new StreamLimits { MaximumOperationsPerConnection = 2 });
        using var client = await SocketClient.BeginAsync(server.Server);
        await client.SubscribeAsync("1", Follow);
        await client.SubscribeAsync("2", Follow);
        await client.SendAsync("""{"id":"3","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        Assert.Contains("\"code\":\"TOO_MANY_OPERATIONS\"", await client.ReceiveAsync(), StringComparison.Ordinal);
        await client.SendAsync("""{"id":"2","type":"complete"}""");
        await client.SendAsync("""{"id":"3","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        Assert.StartsWith("""{"type":"next","id":"3",""", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_over_the_limit_is_refused_as_over_http()
    {
        await using var server = await StartAsync(new StreamLimits(), limits: new EngineLimits { MaximumDocumentCharacters = 100 });
        using var client = await SocketClient.BeginAsync(server.Server);
        await client.SendAsync(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { query = "{ __typename }".PadRight(101) } }));
        Assert.Contains("\"code\":\"DOCUMENT_TOO_LONG\"", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_too_many_is_refused_until_another_one_ends()
    {
        await using var server = await StartAsync(new StreamLimits { MaximumConnections = 1 });
        var first = await SocketClient.BeginAsync(server.Server);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await RefusalAsync(server.Server, null));
        using var streamed = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}") { Headers = { { "Accept", "text/event-stream" } } };
        using var refused = await server.Server.Client.SendAsync(streamed);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5), (refused.StatusCode, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Contains("TOO_MANY_CONNECTIONS", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await first.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        first.Dispose();
        while (await RefusalAsync(server.Server, null) is not null)
            await Task.Delay(5);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}", true)]
    [InlineData("https://dashboards.example.org", true)]
    [InlineData("https://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("https://example.org", false)]
    [InlineData("null", false)]
    public async Task A_page_of_another_origin_opens_no_socket_unless_it_is_allowed(string origin, bool isAllowed)
    {
        await using var server = await StartAsync(new StreamLimits { AllowedOrigins = ["https://dashboards.example.org"] });
        var port = server.Server.Client.BaseAddress!.Port.ToString(null, null);
        Assert.Equal(isAllowed ? null : HttpStatusCode.Forbidden, await RefusalAsync(server.Server, origin.Replace("{port}", port, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_subscriber_with_too_many_events_waiting_is_let_go_with_an_error()
    {
        await using var server = await StartAsync(new StreamLimits { MaximumWaitingEvents = 3 });
        using var client = await SocketClient.BeginAsync(server.Server);
        await client.SubscribeAsync("1", Follow);
        await Followers.AreAsync(server.Server, 1);
        for (var copies = 0; server.Server.Arrivals.ListenerCount > 0; copies++)
            server.Server.Arrivals.Publish(new Arrival(new EntityKey<Book>(1), copies));
        string message;
        var told = -1;
        while ((message = await client.ReceiveAsync()).StartsWith("""{"type":"next",""", StringComparison.Ordinal))
            Assert.Contains(FormattableString.Invariant($"\"copies\":{++told}}}"), message, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"SUBSCRIBER_TOO_SLOW\"", message, StringComparison.Ordinal);
        await client.PingAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_broken_off()
    {
        var clock = new FakeTimeProvider();
        await using var server = await StartAsync(new StreamLimits { MaximumSendSeconds = 2, MaximumInitSeconds = 86_400 }, clock);
        using var client = await SocketClient.BeginAsync(server.Server);
        await client.SubscribeAsync("1", Follow);
        await Followers.AreAsync(server.Server, 1);
        // Answers nobody reads fill what the network holds; then each step of the clock may be the last.
        var query = JsonSerializer.Serialize(new { id = "q", type = "subscribe", payload = new { query = "{ __schema { types { name description fields { name description } } } }" } });
        while (server.Server.Arrivals.ListenerCount > 0)
        {
            for (var i = 0; i < 10 && client.Socket.State is WebSocketState.Open; i++)
                await TrySendAsync(client, query.Replace("\"q\"", $"\"{Guid.NewGuid()}\"", StringComparison.Ordinal));
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
    }

    [Fact]
    public async Task A_server_that_stops_ends_subscriptions_with_going_away()
    {
        await using var server = await StartAsync(new StreamLimits());
        using var client = await SocketClient.BeginAsync(server.Server);
        await client.SubscribeAsync("1", Follow);
        await Followers.AreAsync(server.Server, 1);
        var stopped = server.Server.StopAsync();
        Assert.Equal("1001 Going away", await client.ReceiveAsync());
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopped;
        await Followers.AreAsync(server.Server, 0);
    }

    private static async Task TrySendAsync(SocketClient client, string message)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await client.Socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // That is what is waited for.
        }
    }

    /// <summary>The status a connection is refused with; null where it is not.</summary>
    private static async Task<HttpStatusCode?> RefusalAsync(LibraryServer server, string? origin)
    {
        using var client = new SocketClient();
        client.Socket.Options.CollectHttpResponseDetails = true;
        client.Socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null) client.Socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await client.Socket.ConnectAsync(new UriBuilder(server.Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
            return null;
        }
        catch (WebSocketException)
        {
            return client.Socket.HttpStatusCode;
        }
    }

    private static async Task<Started> StartAsync(StreamLimits streams, TimeProvider? clock = null, EngineLimits? limits = null)
    {
        var server = new LibraryServer(LibraryContent.Fill, limits ?? new EngineLimits()) { Streams = streams, Clock = clock ?? TimeProvider.System };
        await server.InitializeAsync();
        return new Started(server);
    }

    private sealed record Started(LibraryServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
