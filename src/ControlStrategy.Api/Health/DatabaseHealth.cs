using ControlStrategy.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ControlStrategy.Api.Health;

/// <summary>Ready while the database answers and its tables are of this version. What is told names neither paths nor values.</summary>
internal sealed class DatabaseHealth(StrategyDatabase database) : IHealthCheck
{
    /// <summary>Longest time the database may take to answer, lock included.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // SQLite works synchronously: on a thread of its own it can be left behind when the time is up.
            await Task.Run(() => database.ProbeAsync(cancellationToken), cancellationToken).WaitAsync(LongestAnswer, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StrategyDatabaseException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Code);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("DATABASE_SLOW");
        }
    }
}
