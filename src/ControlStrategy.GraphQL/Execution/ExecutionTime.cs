using GraphQL;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>How long an operation may run; then what still runs of it is stopped, in the database too.</summary>
internal sealed class ExecutionTime : IDisposable
{
    private readonly EngineLimits _limits;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _caller;

    public ExecutionTime(EngineLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        _limits = limits;
        _limit = new CancellationTokenSource(TimeSpan.FromSeconds(limits.MaximumExecutionSeconds), clock);
        Caller = cancellation;
        _caller = cancellation.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
    }

    /// <summary>Ends with the caller or with the time.</summary>
    public CancellationToken Ended => _limit.Token;

    private CancellationToken Caller { get; }

    /// <summary>Runs an operation; one that is stopped is refused as a whole.</summary>
    public async Task<ExecutionResult> GuardAsync(Func<Task<ExecutionResult>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (_limit.IsCancellationRequested && !Caller.IsCancellationRequested)
        {
            return new ExecutionResult(new RefusedError(Errors.ExecutionTime(_limits.MaximumExecutionSeconds)));
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _limit.Dispose();
    }
}
