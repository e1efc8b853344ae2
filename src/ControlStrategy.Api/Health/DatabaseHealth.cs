using ControlStrategy.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ControlStrategy.Api.Health;

/// <summary>Ready while the database answers and its tables are of this version. What is told names neither paths nor values.</summary>
internal sealed class DatabaseHealth(StrategyDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StrategyDatabaseException fault)
        {
            return HealthCheckResult.Unhealthy(fault.Code);
        }
    }
}
