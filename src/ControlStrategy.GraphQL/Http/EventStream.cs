using ControlStrategy.GraphQL.Subscribing;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ControlStrategy.GraphQL.Http;

/// <summary>A response of server-sent events. A client that reads too slowly is let go.</summary>
internal sealed class EventStream(HttpContext context, StreamLimits limits, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);

    /// <summary>Cancelled when nobody reads any more.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Sends the headers.</summary>
    public Task BeginAsync()
    {
        context.Response.ContentType = MediaTypes.EventStream;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept";
        // What comes later must not wait in a proxy for more.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return SendAsync(":\n\n"u8.ToArray());
    }

    /// <summary>Waits, and says now and then that the stream is alive.</summary>
    public async Task<bool> AliveUntilAsync(Task<bool> next)
    {
        var interval = TimeSpan.FromSeconds(limits.KeepAliveSeconds);
        while (true)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Ended);
            var silence = Task.Delay(interval, clock, waiting.Token);
            var isNext = await Task.WhenAny(next, silence) == next;
            await waiting.CancelAsync();
            if (isNext || Ended.IsCancellationRequested) return await next;
            await SendBesideAsync(next);
        }
    }

    /// <summary>Sends one result.</summary>
    public async Task NextAsync(ExecutionResult result)
    {
        using var message = new MemoryStream();
        message.Write("event: next\ndata: "u8);
        await GraphQLEngine.Serializer.WriteAsync(message, result, Ended);
        message.Write("\n\n"u8);
        await SendAsync(message.GetBuffer().AsMemory(0, (int)message.Length));
    }

    /// <summary>Tells that nothing follows.</summary>
    public Task CompleteAsync() => SendAsync("event: complete\ndata: \n\n"u8.ToArray());

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _ended.Dispose();
    }

    /// <summary>What is waited for is over before a failure is passed on: nothing goes on behind a client that is gone.</summary>
    private async Task SendBesideAsync(Task next)
    {
        try
        {
            await SendAsync(":\n\n"u8.ToArray());
        }
        catch
        {
            await _ended.CancelAsync();
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(limits.MaximumSendSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Ended, patience.Token);
        try
        {
            await context.Response.Body.WriteAsync(bytes, either.Token);
            await context.Response.Body.FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
            throw;
        }
    }
}
