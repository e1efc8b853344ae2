using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Subscribing;
using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Subscribing;

/// <summary>GraphQL over server-sent events, in distinct connections mode.</summary>
public sealed class EventStreamTests(LibraryServer server) : IClassFixture<LibraryServer>
{
    private const string Follow = "subscription { bookArrived { copies } }";

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_query_is_answered_once_and_completed(string method)
    {
        using var response = await AskAsync(server, method, "{ __typename }");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata: \n\n", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_subscription_tells_events_and_ends_with_its_client(string method)
    {
        var response = await AskAsync(server, method, Follow);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal((":", ""), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));
        await Followers.AreAsync(server, 1);
        server.Arrivals.Publish(new Arrival(new EntityKey<Book>(1), 7));
        Assert.Equal("event: next", await lines.ReadLineAsync());
        Assert.Equal("data: {\"data\":{\"bookArrived\":{\"copies\":7}}}", await lines.ReadLineAsync());
        response.Dispose();
        await Followers.AreAsync(server, 0);
    }

    [Theory]
    [InlineData("{ nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("subscription { bookArrived(atLeast: -1) { copies } }", "NO_SUCH_COUNT")]
    public async Task What_is_refused_is_told_inside_the_stream(string query, string code)
    {
        using var response = await AskAsync(server, "POST", query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(":\n\nevent: next\ndata: {\"errors\":[{\"message\":", text, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: complete\ndata: \n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_none_is_refused_by_its_status()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Headers = { { "Accept", "text/event-stream" } }, Content = JsonContent.Create(new { nothing = 1 }) };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BAD_REQUEST", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", "application/graphql-response+json")]
    [InlineData("text/event-stream, application/json", "text/event-stream")]
    [InlineData("text/event-stream;q=0.5, application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    public async Task What_is_wanted_most_is_what_comes(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_subscription_asked_for_as_one_answer_is_refused()
    {
        var answer = await server.AskAsync(Follow);
        Assert.Equal("SUBSCRIPTION_NEEDS_STREAM", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_silent_stream_says_that_it_is_alive()
    {
        var clock = new FakeTimeProvider();
        var own = new LibraryServer(LibraryContent.Fill, new EngineLimits()) { Streams = new StreamLimits { KeepAliveSeconds = 9 }, Clock = clock };
        await own.InitializeAsync();
        try
        {
            using var response = await AskAsync(own, "POST", Follow);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.Equal((":", ""), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));
            var alive = lines.ReadLineAsync();
            while (!alive.IsCompleted)
            {
                clock.Advance(TimeSpan.FromSeconds(9));
                await Task.Delay(5);
            }
            Assert.Equal(":", await alive);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_stream_without_completing_it()
    {
        var own = new LibraryServer();
        await own.InitializeAsync();
        try
        {
            using var response = await AskAsync(own, "POST", Follow);
            await Followers.AreAsync(own, 1);
            await own.StopAsync();
            Assert.DoesNotContain("complete", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private static Task<HttpResponseMessage> AskAsync(LibraryServer server, string method, string query)
    {
        var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query))
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "text/event-stream");
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
