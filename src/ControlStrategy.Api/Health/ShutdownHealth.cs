using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ControlStrategy.Api.Health;

/// <summary>Not ready from the moment the server begins to stop.</summary>
internal sealed class ShutdownHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("STOPPING") : HealthCheckResult.Healthy());
}
