using System.Collections.Concurrent;
using System.Diagnostics;
using GraphQL;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>An operation that is measured. When it is disposed without having ended, it was cancelled.</summary>
internal sealed class RunningOperation(Activity? activity, TimeProvider clock) : IDisposable
{
    private const int LongestNameCharacters = 100;

    // A client may name its operations as it likes: metrics know the first names, and one word for all others.
    private const int MostNames = 100;
    private static readonly ConcurrentDictionary<string, bool> Names = new(StringComparer.Ordinal);

    private readonly long _start = clock.GetTimestamp();
    private int _statements;
    private int _plans;
    private bool _isEnded;

    public void CountStatement() => Interlocked.Increment(ref _statements);

    public void CountPlan() => Interlocked.Increment(ref _plans);

    /// <summary>The name is the document's own: what the request calls it may be any text.</summary>
    public void Ended(ExecutionResult result)
    {
        var code = result.Errors is [{ } error, ..] ? error.Code ?? "UNCODED" : null;
        var outcome = code is null ? "ok" : result.Executed ? "failed" : "refused";
        End(result.Operation?.Operation.ToString().ToLowerInvariant() ?? "unknown", result.Operation?.Name?.StringValue, outcome, code);
    }

    public void Dispose()
    {
        if (!_isEnded) End("unknown", null, "cancelled", null);
        activity?.Dispose();
    }

    private void End(string type, string? name, string outcome, string? code)
    {
        _isEnded = true;
        if (name?.Length > LongestNameCharacters) name = name[..LongestNameCharacters];
        Tell(type, name, outcome, code);
        TagList tags = [new("graphql.operation.type", type), new("graphql.outcome", outcome), new("graphql.plan.cached", _plans == 0)];
        if (name is not null && outcome != "refused") tags.Add("graphql.operation.name", Known(name));
        if (code is not null) tags.Add("error.type", code);
        EngineTelemetry.Duration.Record(clock.GetElapsedTime(_start).TotalSeconds, tags);
        EngineTelemetry.Statements.Record(_statements, tags);
    }

    private void Tell(string type, string? name, string outcome, string? code)
    {
        if (activity is null) return;
        activity.DisplayName = type;
        activity.SetTag("graphql.operation.type", type).SetTag("graphql.operation.name", name).SetTag("graphql.outcome", outcome)
            .SetTag("graphql.plan.cached", _plans == 0).SetTag("graphql.statements", _statements).SetTag("error.type", code);
        if (outcome == "failed") activity.SetStatus(ActivityStatusCode.Error);
    }

    private static string Known(string name) => Names.ContainsKey(name) || (Names.Count < MostNames && Names.TryAdd(name, true)) ? name : "other";
}
