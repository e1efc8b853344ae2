using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Guarding;

/// <summary>A server that works on one operation and one file at a time.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private const string Query = "{ books { totalCount } }";
    private readonly LibraryServer _library = new(LibraryContent.Fill, new EngineLimits { ConcurrentOperations = 1, ConcurrentFiles = 1, QueuedRequests = 1, LongestQueueMilliseconds = 1_500 });

    private ExecutionTurns Turns => _library.Services.GetRequiredService<ExecutionTurns>();

    public Task InitializeAsync() => _library.InitializeAsync();

    public Task DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task Who_waits_too_long_is_told_when_to_come_again()
    {
        using var taken = await Turns.OperationAsync(CancellationToken.None);
        using var response = await AskAsync("application/graphql-response+json");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0];
        Assert.Equal("TOO_MANY_REQUESTS", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("Limits:ConcurrentOperations", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_gets_the_turn_that_becomes_free_and_who_comes_after_is_refused()
    {
        var taken = await Turns.OperationAsync(CancellationToken.None);
        var waiting = Turns.OperationAsync(CancellationToken.None).AsTask();
        using var refused = await AskAsync("application/json");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        taken!.Dispose();
        using var next = await waiting;
        Assert.True(next!.IsAcquired);
    }

    [Fact]
    public async Task Files_and_operations_do_not_wait_for_one_another()
    {
        using (await Turns.FileAsync(CancellationToken.None))
        {
            await _library.DataAsync(Query);
            using var refused = await AskAsync(FileRequest.Csv);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }
        using (await Turns.OperationAsync(CancellationToken.None))
            Assert.NotEmpty(await _library.Client.FileAsync(FileRequest.Csv, "{ books { nodes { id } } }"));
    }

    [Fact]
    public async Task A_turn_ends_with_the_answer()
    {
        for (var i = 0; i < 5; i++) await _library.DataAsync(Query);
        for (var i = 0; i < 5; i++) await _library.AskAsync("{ nothing }");
        for (var i = 0; i < 3; i++) await _library.Client.FileAsync(FileRequest.Csv, "{ books { nodes { id } } }");
        await _library.DataAsync(Query);
    }

    private async Task<HttpResponseMessage> AskAsync(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("{ books { nodes { id } } }"));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await _library.Client.SendAsync(request);
    }
}
