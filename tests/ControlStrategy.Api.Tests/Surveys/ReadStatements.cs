using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ControlStrategy.Api.Tests.Surveys;

/// <summary>Counts the statements that contexts run while it lives: those of this test, not of others that run beside it.</summary>
internal sealed class ReadStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Activity _trace = new Activity("reads").Start();
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public ReadStatements() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            _subscriptions.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuted.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && Activity.Current?.TraceId == _trace.TraceId)
            Interlocked.Increment(ref _count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _trace.Dispose();
    }
}
