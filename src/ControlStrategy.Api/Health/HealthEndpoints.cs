using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ControlStrategy.Api.Health;

/// <summary><c>GET /health/live</c>: the process runs. <c>GET /health/ready</c>: it can answer questions; else 503 and what is not ready.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseHealth>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<ShutdownHealth>("server");
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // No check at all: a database that is gone must not get the process restarted.
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status is HealthStatus.Healthy ? "ok" : "not ready",
        NotReady = report.Entries.Where(entry => entry.Value.Status is not HealthStatus.Healthy)
            .Select(entry => new { Name = entry.Key, Reason = entry.Value.Exception is null ? entry.Value.Description : "FAILED" }),
    });
}
