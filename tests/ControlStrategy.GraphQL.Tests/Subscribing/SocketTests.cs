using System.Net.WebSockets;
using System.Text.Json;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>What the graphql-transport-ws protocol says, message by message.</summary>
public sealed class SocketTests(LibraryServer server) : IClassFixture<LibraryServer>
{
    private const string Follow = "subscription Follow($least: Int) { bookArrived(atLeast: $least) { copies book { title author { name } } } }";

    [Fact]
    public async Task A_query_is_answered_once_and_completed()
    {
        using var client = await SocketClient.BeginAsync(server);
        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ author(code: \"none\") { name } }"}}""");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"author":null}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":null,"operationName":null}}""");
        Assert.Equal("""{"type":"next","id":"1","payload":{"data":{"__typename":"Query"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"1"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_subscription_tells_events_with_their_entities_until_it_is_completed()
    {
        using var client = await SocketClient.BeginAsync(server);
        await FollowAsync(client, "a", new { least = 2 }, followers: 1);
        server.Arrivals.Publish(new Arrival(new EntityKey<Book>(1), 1));
        server.Arrivals.Publish(new Arrival(new EntityKey<Book>(1), 2));
        var book = (await server.DataAsync("{ books(first: 1) { nodes { title author { name } } } }")).GetProperty("books").GetProperty("nodes")[0].GetRawText();
        Assert.Equal("""{"type":"next","id":"a","payload":{"data":{"bookArrived":{"copies":2,"book":""" + book + "}}}}", await client.ReceiveAsync());

        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await client.PingAsync();
        await NobodyFollowsAsync();
        server.Arrivals.Publish(new Arrival(new EntityKey<Book>(1), 3));
        await client.PingAsync();
    }

    [Theory]
    [InlineData("{ nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("{ authors(first: -1) { totalCount } }", "PAGE_SIZE")]
    [InlineData("subscription { bookArrived(atLeast: -1) { copies } }", "NO_SUCH_COUNT")]
    [InlineData("subscription { bookArrived { copies } other: bookArrived { copies } }", "SINGLE_ROOT_FIELD_SUBSCRIPTIONS")]
    [InlineData("subscription { bookArrived @skip(if: true) { copies } }", "SUBSCRIPTION_ONE_FIELD")]
    [InlineData("subscription { bookArrived { book { author { books(first: 1000) { nodes { author { books(first: 1000) { nodes { title } } } } } } } } }", "TOO_MANY_CELLS")]
    public async Task What_is_refused_gets_an_error_and_frees_its_id(string query, string code)
    {
        using var client = await SocketClient.BeginAsync(server);
        for (var time = 0; time < 2; time++)
        {
            await client.SendAsync(JsonSerializer.Serialize(new { id = "x", type = "subscribe", payload = new { query } }));
            var error = await client.ReceiveAsync();
            Assert.StartsWith("""{"type":"error","id":"x","payload":[{"message":""", error, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{", "4400 Invalid message: not JSON")]
    [InlineData("[]", "4400 Invalid message: not an object")]
    [InlineData("\"ping\"", "4400 Invalid message: not an object")]
    [InlineData("{}", "4400 Invalid message: no type")]
    [InlineData("""{"type":1}""", "4400 Invalid message: no type")]
    [InlineData("""{"type":"start"}""", "4400 Invalid message: unknown type")]
    [InlineData("""{"type":"ping","payload":1}""", "4400 Invalid message: payload is not an object")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ __typename }"}}""", "4400 Invalid message: no id")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}""", "4400 Invalid message: no id")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "4400 Invalid message: no payload")]
    [InlineData("""{"type":"subscribe","id":"1","payload":[]}""", "4400 Invalid message: payload is not a GraphQL request")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""", "4400 Invalid message: payload is not a GraphQL request")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":1}}""", "4400 Invalid message: payload is not a GraphQL request")]
    [InlineData("""{"type":"complete"}""", "4400 Invalid message: no id")]
    [InlineData("""{"type":"connection_init"}""", "4429 Too many initialisation requests")]
    public async Task What_the_protocol_does_not_know_closes_the_socket(string message, string expected)
    {
        using var client = await SocketClient.BeginAsync(server);
        await client.SendAsync(message);
        Assert.Equal(expected, await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_operation_without_a_document_is_refused_and_the_socket_stays_open()
    {
        using var client = await SocketClient.BeginAsync(server);
        await client.SendAsync("""{"type":"subscribe","id":"1","payload":{}}""");
        var answer = await client.ReceiveAsync();
        Assert.StartsWith("""{"type":"error","id":"1",""", answer, StringComparison.Ordinal);
        Assert.Contains("neither 'query' nor 'documentId'", answer, StringComparison.Ordinal);
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket()
    {
        using var client = await SocketClient.BeginAsync(server);
        await client.SendAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);
        Assert.Equal("4400 Invalid message: not text", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Who_subscribes_before_the_acknowledgement_is_unauthorized()
    {
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        Assert.Equal("4401 Unauthorized", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Another_subprotocol_is_not_acceptable()
    {
        using var client = new ClientWebSocket();
        await client.ConnectAsync(new UriBuilder(server.Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        var closed = await client.ReceiveAsync(new byte[100], CancellationToken.None);
        Assert.Equal((4406, "Subprotocol not acceptable"), ((int)closed.CloseStatus!, closed.CloseStatusDescription));
    }

    [Fact]
    public async Task A_second_subscriber_of_the_same_id_closes_the_socket_and_ends_the_first()
    {
        using var client = await SocketClient.BeginAsync(server);
        var id = new string('é', 200);
        await FollowAsync(client, id, null, followers: 1);
        await client.SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query = Follow } }));
        Assert.Equal($"4409 Subscriber for {new string('é', 20)}… already exists", await client.ReceiveAsync());
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await NobodyFollowsAsync();
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_nothing_running()
    {
        var client = await SocketClient.BeginAsync(server);
        await FollowAsync(client, "1", null, followers: 1);
        await FollowAsync(client, "2", null, followers: 2);
        client.Socket.Abort();
        await NobodyFollowsAsync();
        client.Dispose();
    }

    private async Task FollowAsync(SocketClient client, string id, object? variables, int followers)
    {
        await client.SubscribeAsync(id, Follow, variables);
        await Followers.AreAsync(server, followers);
    }

    private Task NobodyFollowsAsync() => Followers.AreAsync(server, 0);
}
