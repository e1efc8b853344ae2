using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Traces and metrics of operations: names, counts and times, never a value, a document or a variable. Costs nothing while nobody listens.</summary>
public static class EngineTelemetry
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ControlStrategy.GraphQL";

    /// <summary>Names of the sources of activities: of operations, and of the statements they run.</summary>
    public static IReadOnlyList<string> ActivitySourceNames { get; } = ["ControlStrategy.GraphQL.Operations", "ControlStrategy.GraphQL"];

    private static readonly ActivitySource Operations = new(ActivitySourceNames[0]);
    private static readonly Meter Meter = new(MeterName);
    private static readonly UpDownCounter<int> Subscriptions = Meter.CreateUpDownCounter<int>("graphql.subscriptions", "{subscription}", "Subscriptions being followed.");
    private static readonly AsyncLocal<RunningOperation?> Current = new();

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("graphql.operation.duration", "s", "How long operations took, and the answers to subscribers' events.");

    internal static Histogram<int> Statements { get; } = Meter.CreateHistogram<int>("graphql.operation.statements", "{statement}", "SQL statements of the engine per operation.");

    internal static UpDownCounter<int> Connections { get; } = Meter.CreateUpDownCounter<int>("graphql.connections", "{connection}", "WebSockets and event streams open.");

    /// <summary>Begins to measure an operation; null when nobody wants to know.</summary>
    internal static RunningOperation? Begin(TimeProvider clock)
    {
        if (!Operations.HasListeners() && !Duration.Enabled && !Statements.Enabled) return null;
        return Current.Value = new RunningOperation(Operations.StartActivity("graphql"), clock);
    }

    /// <summary>Counts a subscription until the answer is disposed.</summary>
    internal static IDisposable Follow()
    {
        Subscriptions.Add(1);
        return new Followed();
    }

    /// <summary>Counts a statement of the operation that runs here.</summary>
    internal static void CountStatement() => Current.Value?.CountStatement();

    /// <summary>Notes that the operation that runs here needed a plan that was not at hand.</summary>
    internal static void CountPlan() => Current.Value?.CountPlan();

    private sealed class Followed : IDisposable
    {
        public void Dispose() => Subscriptions.Add(-1);
    }
}
