using ControlStrategy.GraphQL.Execution;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ControlStrategy.Api.Composition;

/// <summary>Traces and metrics by OpenTelemetry's own protocol, configured by its own settings: off until it is told where to send them.</summary>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's own setting; without it nothing is collected.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceName = "control-strategy";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[EndpointKey])) return;
        services.AddOpenTelemetry()
            // OTEL_SERVICE_NAME is read after it and wins.
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddSource([.. EngineTelemetry.ActivitySourceNames])
                .AddAspNetCoreInstrumentation(requests =>
                {
                    // Probes would outnumber everything else.
                    requests.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                    // A query by GET stands in the address.
                    requests.EnrichWithHttpResponse = (activity, _) => activity.SetTag("url.query", null);
                })
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(EngineTelemetry.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter());
    }
}
