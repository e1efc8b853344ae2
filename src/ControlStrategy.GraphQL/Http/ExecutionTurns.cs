using System.Globalization;
using System.Threading.RateLimiting;

namespace ControlStrategy.GraphQL.Http;

/// <summary>How many operations and files are worked on at a time; who comes when all are taken waits a little.</summary>
internal sealed class ExecutionTurns : IAsyncDisposable
{
    private const int ConcurrentEvents = 8;
    private readonly EngineLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimiter? _operations;
    private readonly ConcurrencyLimiter? _largeAnswers;
    private readonly ConcurrencyLimiter? _files;
    private readonly ConcurrencyLimiter _events = Limiter(ConcurrentEvents, int.MaxValue);

    public ExecutionTurns(EngineLimits limits, TimeProvider clock)
    {
        (_limits, _clock) = (limits, clock);
        if (limits.ConcurrentOperations > 0) _operations = Limiter(limits.ConcurrentOperations, limits.QueuedRequests);
        if (limits.ConcurrentOperations > 0) _largeAnswers = Limiter(LargeAnswers(limits), LargeAnswers(limits));
        if (limits.ConcurrentFiles > 0) _files = Limiter(limits.ConcurrentFiles, limits.QueuedRequests);
        ProvideThreads(limits.ConcurrentOperations + limits.ConcurrentFiles + ConcurrentEvents);
    }

    /// <summary>Waits for the turn of an operation, which ends when what is returned is disposed.</summary>
    /// <exception cref="HttpRefusal">The turn did not come.</exception>
    public ValueTask<RateLimitLease?> OperationAsync(CancellationToken cancellation) => EnterAsync(_operations, nameof(EngineLimits.ConcurrentOperations), cancellation);

    /// <summary>Waits for the turn of an answer that is too large to be given away at once: its memory is held until the client has taken it.</summary>
    /// <exception cref="HttpRefusal">The turn did not come.</exception>
    public ValueTask<RateLimitLease?> LargeAnswerAsync(CancellationToken cancellation) => EnterAsync(_largeAnswers, nameof(EngineLimits.ConcurrentOperations), cancellation);

    /// <summary>Waits for the turn of a file, which may take long: files never take the turns of operations.</summary>
    /// <exception cref="HttpRefusal">The turn did not come.</exception>
    public ValueTask<RateLimitLease?> FileAsync(CancellationToken cancellation) => EnterAsync(_files, nameof(EngineLimits.ConcurrentFiles), cancellation);

    /// <summary>Waits for the turn of a subscriber's event: however many follow, they are answered a few at a time, and none is refused.</summary>
    public ValueTask<RateLimitLease> EventAsync(CancellationToken cancellation) => _events.AcquireAsync(1, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        if (_operations is not null) await _operations.DisposeAsync();
        if (_largeAnswers is not null) await _largeAnswers.DisposeAsync();
        if (_files is not null) await _files.DisposeAsync();
    }

    private ValueTask<RateLimitLease?> EnterAsync(ConcurrencyLimiter? limiter, string setting, CancellationToken cancellation)
    {
        if (limiter is null) return default;
        var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? new(lease) : WaitAsync(limiter, setting, cancellation);
    }

    private async ValueTask<RateLimitLease?> WaitAsync(ConcurrencyLimiter limiter, string setting, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(_limits.LongestQueueMilliseconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var lease = await limiter.AcquireAsync(1, either.Token);
            if (lease.IsAcquired) return lease;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The turn did not come in time.
        }
        var message = string.Create(CultureInfo.InvariantCulture, $"The server is busy with as many requests as Limits:{setting} allows; try again later.");
        throw HttpRefusal.TooManyRequests(TimeSpan.FromMilliseconds(_limits.LongestQueueMilliseconds), message);
    }

    /// <summary>SQLite works on the thread that asks it: slow statements must leave threads for health checks, refusals and timers.</summary>
    private static void ProvideThreads(int busy)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, busy + Environment.ProcessorCount), completions);
    }

    /// <summary>Each may be megabytes, and a slow client keeps it long.</summary>
    private static int LargeAnswers(EngineLimits limits) => Math.Max(1, limits.ConcurrentOperations / 4);

    private static ConcurrencyLimiter Limiter(int permits, int queued) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = permits,
        QueueLimit = queued,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
