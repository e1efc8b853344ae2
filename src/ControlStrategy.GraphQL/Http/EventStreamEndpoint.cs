using ControlStrategy.GraphQL.Subscribing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ControlStrategy.GraphQL.Http;

/// <summary>
/// GraphQL over server-sent events in the protocol's distinct connections mode: one request, one operation, one stream. What is wrong with
/// an operation is told inside the stream, for a browser's <c>EventSource</c> shows nothing else.
/// </summary>
internal sealed class EventStreamEndpoint(GraphQLEngine engine, RequestReader reader, OpenConnections connections, EngineOptions options, IHostApplicationLifetime lifetime)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            using var place = connections.Open();
            var request = await reader.ReadAsync(context.Request, context.RequestAborted);
            await AnswerAsync(context, new StreamedOperation(request, context.RequestServices, HttpMethods.IsGet(context.Request.Method)));
        }
        catch (HttpRefusal refusal)
        {
            await refusal.WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The client is gone, or is to ask the next server: a stream without its "complete" is asked for again.
        }
    }

    private async Task AnswerAsync(HttpContext context, StreamedOperation operation)
    {
        await using var stream = new EventStream(context, options.Streams, options.Clock);
        await stream.BeginAsync();
        await using var results = engine.StreamAsync(operation, lifetime.ApplicationStopping, stream.Ended).GetAsyncEnumerator(stream.Ended);
        while (await stream.AliveUntilAsync(results.MoveNextAsync().AsTask()))
            await stream.NextAsync(results.Current);
        await stream.CompleteAsync();
    }
}
