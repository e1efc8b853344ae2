using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>Hands every event to all who listen. Nobody is waited for: who has too many events waiting is told so and let go.</summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <param name="mostWaiting">Events that may wait for one listener, at least 1.</param>
public sealed class Broadcast<TEvent>(int mostWaiting)
{
    private readonly ConcurrentDictionary<Channel<TEvent>, bool> _listeners = [];

    /// <summary>How many listen now.</summary>
    public int ListenerCount => _listeners.Count;

    /// <summary>Begins to listen: every event from now on is in the answer.</summary>
    /// <param name="cancellation">Ends listening, also where the answer was never read.</param>
    /// <returns>The events, to be read once; reading on after too many were waiting throws <see cref="RequestException"/>.</returns>
    public IAsyncEnumerable<TEvent> Listen(CancellationToken cancellation)
    {
        var waiting = Channel.CreateBounded<TEvent>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        _listeners[waiting] = true;
        var leaving = cancellation.Register(() => Leave(waiting));
        return ReadAsync(waiting, leaving, cancellation);
    }

    /// <summary>Hands an event to all who listen now.</summary>
    /// <param name="published">What happened.</param>
    public void Publish(TEvent published)
    {
        foreach (var (waiting, _) in _listeners)
        {
            if (waiting.Writer.TryWrite(published)) continue;
            waiting.Writer.TryComplete(Errors.SubscriberTooSlow(mostWaiting));
            Leave(waiting);
        }
    }

    private async IAsyncEnumerable<TEvent> ReadAsync(Channel<TEvent> waiting, CancellationTokenRegistration leaving, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var left = leaving;
        try
        {
            await foreach (var published in waiting.Reader.ReadAllAsync(cancellation))
                yield return published;
        }
        finally
        {
            Leave(waiting);
        }
    }

    private void Leave(Channel<TEvent> waiting) => _listeners.TryRemove(waiting, out _);
}
