using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Subscribing;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Counts the WebSockets and event streams that are open.</summary>
internal sealed class OpenConnections(EngineOptions options)
{
    private const int RetryAfterSeconds = 5;
    private int _count;

    /// <summary>How many are open now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Counts one more until the answer is disposed.</summary>
    /// <exception cref="HttpRefusal">There are too many.</exception>
    public IDisposable Open()
    {
        var most = options.Streams.MaximumConnections;
        if (Interlocked.Increment(ref _count) <= most)
        {
            EngineTelemetry.Connections.Add(1);
            return new Place(this);
        }
        Interlocked.Decrement(ref _count);
        throw new HttpRefusal(StatusCodes.Status503ServiceUnavailable, "TOO_MANY_CONNECTIONS", FormattableString.Invariant($"More WebSockets and event streams are open than {most} (setting Streams:{nameof(StreamLimits.MaximumConnections)}); try again later.")) { RetryAfterSeconds = RetryAfterSeconds };
    }

    private sealed class Place(OpenConnections connections) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref connections._count);
            EngineTelemetry.Connections.Add(-1);
        }
    }
}
