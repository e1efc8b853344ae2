using System.Net;
using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace ControlStrategy.Api.Tests.Traffic;

/// <summary>A server that takes five requests of a client, the first of which opens a WebSocket.</summary>
public sealed class SocketRateTests(SocketRateTests.SlowApp app) : IClassFixture<SocketRateTests.SlowApp>
{
    private const int Burst = 5;

    [Fact]
    public async Task Operations_on_a_socket_count_as_requests_do()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri($"ws://{app.Client.BaseAddress!.Authority}/graphql"), CancellationToken.None);
        await SendAsync(socket, """{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync(socket));
        for (var i = 0; i < 10 * Burst; i++) await SendAsync(socket, $$$"""{"type":"subscribe","id":"{{{i}}}","payload":{"query":"{ __typename }"}}""");
        var answers = new List<string>();
        while (!answers.Any(answer => answer.Contains("TOO_MANY_REQUESTS", StringComparison.Ordinal))) answers.Add(await ReceiveAsync(socket));
        Assert.InRange(answers.Count(answer => answer.Contains("\"next\"", StringComparison.Ordinal)), 0, 2 * Burst);
    }

    [Fact]
    public async Task Another_name_for_this_machine_gets_no_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = "elsewhere.example";
        using var response = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4_096];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    public sealed class SlowApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Traffic:RequestsPerSecond"] = "1";
            settings["Traffic:BurstRequests"] = $"{Burst}";
        }
    }
}
