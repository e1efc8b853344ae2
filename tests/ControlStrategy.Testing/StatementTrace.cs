using System.Diagnostics;

namespace ControlStrategy.Testing;

/// <summary>Collects the engine's SQL statements while it lives: those of this test, not of others that run beside it.</summary>
public sealed class StatementTrace : IDisposable
{
    private readonly List<string> _statements = [];
    private readonly Activity _trace = new Activity("trace").Start();
    private readonly ActivityListener _listener;

    /// <summary>Begins to collect.</summary>
    public StatementTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ControlStrategy.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _trace.TraceId) _statements.Add((string)activity.GetTagItem("db.query.text")!);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The statements so far, in order.</summary>
    public IReadOnlyList<string> Statements => _statements;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _trace.Dispose();
    }
}
