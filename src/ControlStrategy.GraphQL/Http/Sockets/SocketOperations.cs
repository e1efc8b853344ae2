using System.Collections.Concurrent;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL;
using GraphQL.Transport;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>The operations of one socket that run, by their ids.</summary>
internal sealed class SocketOperations(GraphQLEngine engine, MessageSender sender, int maximum, CancellationToken stopping)
{
    // Without a timer or a linked token a source holds nothing that would have to be disposed.
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    // An operation whose last words wait to be sent runs no more, but holds its memory: those may be as many again.
    private readonly ConcurrentDictionary<Task, bool> _tasks = [];

    public bool Contains(string id) => _running.ContainsKey(id);

    /// <summary>Refuses an operation before it begins.</summary>
    public Task RefuseAsync(string id, string code, string message) => ErrorAsync(id, [new ExecutionError(message) { Code = code }], CancellationToken.None);

    /// <summary>Begins an operation.</summary>
    /// <exception cref="RequestException">Too many run.</exception>
    public void Begin(string id, StreamedOperation operation)
    {
        if (_running.Count >= maximum || _tasks.Count >= 2 * maximum) throw Errors.TooManyOperations(maximum);
        var running = new CancellationTokenSource();
        _running[id] = running;
        var task = RunAsync(id, operation, running);
        _tasks[task] = true;
        _ = task.ContinueWith(done => _tasks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends an operation: nothing more is sent of it.</summary>
    public void End(string id)
    {
        if (_running.TryRemove(id, out var running)) running.Cancel();
    }

    /// <summary>Ends all, and comes back when they have ended.</summary>
    public Task EndAllAsync()
    {
        foreach (var id in _running.Keys) End(id);
        return WhenAllEndedAsync();
    }

    /// <summary>Comes back when all have ended.</summary>
    public Task WhenAllEndedAsync() => Task.WhenAll(_tasks.Keys);

    private async Task RunAsync(string id, StreamedOperation operation, CancellationTokenSource running)
    {
        await Task.Yield();
        try
        {
            await AnswerAsync(id, operation, running);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more; without a "complete" a client asks the next server.
        }
        catch (Exception failure)
        {
            engine.Log.Failed(failure);
            await sender.CloseAsync(Closing.InternalError);
        }
        finally
        {
            Free(id, running);
        }
    }

    /// <summary>An id is free before the client can know it is.</summary>
    private async Task AnswerAsync(string id, StreamedOperation operation, CancellationTokenSource running)
    {
        await foreach (var result in engine.StreamAsync(operation, stopping, running.Token))
        {
            if (!result.Executed)
            {
                Free(id, running);
                await ErrorAsync(id, result.Errors!, running.Token);
                return;
            }
            await sender.SendAsync(new OperationMessage { Id = id, Type = "next", Payload = result }, running.Token);
        }
        Free(id, running);
        await sender.SendAsync(new OperationMessage { Id = id, Type = "complete" }, running.Token);
    }

    private void Free(string id, CancellationTokenSource running) => _running.TryRemove(new KeyValuePair<string, CancellationTokenSource>(id, running));

    private Task ErrorAsync(string id, IEnumerable<ExecutionError> errors, CancellationToken cancellation) =>
        sender.SendAsync(new OperationMessage { Id = id, Type = "error", Payload = errors }, cancellation);
}
