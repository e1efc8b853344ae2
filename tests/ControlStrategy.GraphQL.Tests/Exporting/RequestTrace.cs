using System.Diagnostics;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>Follows one request inside the server, told from others by its trace.</summary>
internal sealed class RequestTrace : IDisposable
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActivityListener _listener;
    private int _open;
    private int _all;

    public RequestTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "ControlStrategy.GraphQL" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => Count(activity, 1),
            ActivityStopped = activity =>
            {
                Count(activity, -1);
                if (activity.TraceId == _trace && activity.Source.Name == "Microsoft.AspNetCore") _ended.SetResult();
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The request's header.</summary>
    public string Header => $"traceparent: 00-{_trace}-{ActivitySpanId.CreateRandom()}-01";

    /// <summary>The request's statements that are running.</summary>
    public int OpenStatements => _open;

    /// <summary>Its statements so far.</summary>
    public int Statements => _all;

    /// <summary>Completes when the server is done with the request.</summary>
    public Task Ended => _ended.Task;

    public void Dispose() => _listener.Dispose();

    private void Count(Activity activity, int change)
    {
        if (activity.TraceId != _trace || activity.Source.Name != "ControlStrategy.GraphQL") return;
        Interlocked.Add(ref _open, change);
        if (change > 0) Interlocked.Increment(ref _all);
    }
}
