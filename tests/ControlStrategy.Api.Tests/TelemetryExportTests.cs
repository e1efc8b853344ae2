using System.Collections.Concurrent;
using System.Text;
using ControlStrategy.Api.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>Traces and metrics as a collector receives them.</summary>
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task A_collector_receives_operations_and_never_what_was_asked_for()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(received);
        var app = new ExportingApp(collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await app.InitializeAsync();
        var query = "query Exported { measures(where: { name: { neq: \"Nobody's Secret\" } }) { totalCount } }";
        await app.DataAsync(query);
        using (var answer = await app.Client.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString(query), UriKind.Relative)))
            answer.EnsureSuccessStatusCode();
        // What is collected is sent before the end.
        await app.DisposeAsync();

        var traces = string.Concat(received.Where(message => message.Path == "/v1/traces").Select(message => message.Body));
        var metrics = string.Concat(received.Where(message => message.Path == "/v1/metrics").Select(message => message.Body));
        foreach (var expected in new[] { "control-strategy", "graphql.operation.name", "Exported", "graphql.plan.cached", "graphql.statements", "db.query.text", "http.response.status_code" })
            Assert.Contains(expected, traces, StringComparison.Ordinal);
        foreach (var expected in new[] { "graphql.operation.duration", "graphql.operation.statements", "Exported", "http.server.request.duration" })
            Assert.Contains(expected, metrics, StringComparison.Ordinal);
        foreach (var kept in new[] { "Secret", "neq", "url.query" })
            Assert.DoesNotContain(kept, traces + metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected()
    {
        await using var app = Application.Compose(new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "" });
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
        await collector.StartAsync();
        return collector;
    }

    /// <summary>The application, told where to send.</summary>
    private sealed class ExportingApp(string collector) : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
            settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }
    }
}
