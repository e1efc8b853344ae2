using System.Data.Common;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>
/// How long an export may take. While it reads its state of the database, the database keeps everything written since,
/// so a reader that stands still must not hold it for ever.
/// </summary>
internal sealed class ExportTime : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _ended;

    public ExportTime(EngineLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        Limits = limits;
        _limit = new CancellationTokenSource(TimeSpan.FromSeconds(limits.MaximumExportSeconds), clock);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellation);
    }

    public EngineLimits Limits { get; }

    /// <summary>Ends with the caller or with the time.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <exception cref="RequestException">The time is over.</exception>
    public async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is OperationCanceledException or DbException && _limit.IsCancellationRequested)
        {
            throw Errors.ExportTime(Limits.MaximumExportSeconds);
        }
    }

    public void Dispose()
    {
        _ended.Dispose();
        _limit.Dispose();
    }
}
