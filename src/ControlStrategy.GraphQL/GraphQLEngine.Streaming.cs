using System.Runtime.CompilerServices;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Http;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL;
using GraphQL.Validation;

namespace ControlStrategy.GraphQL;

/// <content>Operations answered over connections that stay open.</content>
public sealed partial class GraphQLEngine
{
    private static readonly IValidationRule[] RulesOfStreamedGet = [.. DocumentValidator.CoreRules, QueriesOnlyRule.OrSubscriptions];
    private static readonly IValidationRule[] RulesOfCachedStreamedGet = [QueriesOnlyRule.OrSubscriptions];

    /// <summary>Answers a query once and a subscription once for each event; what is refused before it runs is answered with errors alone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="stopping">Ends waiting for events; what runs is answered.</param>
    /// <param name="cancellation">Ends everything.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    internal async IAsyncEnumerable<ExecutionResult> StreamAsync(
        StreamedOperation operation, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Who listens for events does so until this is cancelled, whether or not they are ever read.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var start = Log.Start();
            var first = await BoundAsync(
                async limit => await RunKnownAsync(operation.Request, operation.Services, limit) ?? await ExecuteAsync(_executer, Streamed(operation, new Subscriber(ended.Token), operation.Services, limit)),
                ended.Token);
            Log.Ended(first, start);
            if (first.Data is not EventSource source)
            {
                yield return first;
                yield break;
            }
            using var followed = EngineTelemetry.Follow();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, ended.Token);
            await using var events = source.Events.GetAsyncEnumerator(either.Token);
            while (await NextAsync(events) is { } next)
            {
                if (next is not SubscriptionEvent happened)
                {
                    yield return (ExecutionResult)next;
                    yield break;
                }
                var services = new EventServices(operation.Services, happened);
                yield return await BoundAsync(limit => ExecuteAsync(_executer, Streamed(operation, happened, services, limit)), ended.Token);
            }
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    /// <summary>The next event, or the errors that end the subscription; null at its end.</summary>
    private async Task<object?> NextAsync(IAsyncEnumerator<object> events)
    {
        try
        {
            return await events.MoveNextAsync() ? new SubscriptionEvent(events.Current) : null;
        }
        catch (RequestException refused)
        {
            return new ExecutionResult(new RefusedError(refused));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(failure);
            return new ExecutionResult(new ExecutionError(InternalMessage) { Code = "INTERNAL" });
        }
    }

    private ExecutionOptions Streamed(StreamedOperation operation, object root, IServiceProvider services, CancellationToken cancellation)
    {
        var options = Options(operation.Request, queriesOnly: false, services, cancellation);
        options.Root = root;
        if (!operation.IsGet) return options;
        (options.ValidationRules, options.CachedDocumentValidationRules) = (RulesOfStreamedGet, RulesOfCachedStreamedGet);
        return options;
    }
}
