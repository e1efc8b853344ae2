using ControlStrategy.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ControlStrategy.Api.Health;

/// <summary>
/// Ready while the database answers and its tables are of this version; found out at most once a second, however many ask.
/// What is told names neither paths nor values.
/// </summary>
internal sealed class DatabaseHealth(StrategyDatabase database, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turn = new(1);
    private Finding? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (Standing() is { } known) return known;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Standing() is { } found) return found;
            var result = await ProbeAsync(cancellationToken);
            _last = new Finding(result, clock.GetTimestamp());
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private HealthCheckResult? Standing() => _last is { } last && clock.GetElapsedTime(last.Timestamp) < Kept ? last.Result : null;

    private async Task<HealthCheckResult> ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            await database.ProbeAsync(cancellation);
            return HealthCheckResult.Healthy();
        }
        catch (StrategyDatabaseException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Code);
        }
    }

    private sealed record Finding(HealthCheckResult Result, long Timestamp);
}
