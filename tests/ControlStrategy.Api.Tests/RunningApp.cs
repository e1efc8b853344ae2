using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The application as it ships, on a port and a database of its own.</summary>
public class RunningApp : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-").FullName;
    private WebApplication? _app;

    public string Database => Path.Combine(_folder, "strategy.db");

    public string Folder => _folder;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = Application.Compose(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Strategy"] = $"Data Source={Database};Pooling=False",
            ["URLS"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await Preparation.PrepareAsync(Services, CancellationToken.None);
        await FillAsync();
        await _app.StartAsync();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a client gets for a query.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The answer, and the engine's statements that fetched it.</summary>
    public async Task<(JsonDocument Answer, IReadOnlyList<string> Statements)> TraceAsync(string query)
    {
        var statements = new List<string>();
        using var trace = new Activity("trace").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ControlStrategy.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace.TraceId) statements.Add((string)activity.GetTagItem("db.query.text")!);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var engine = Services.GetRequiredService<GraphQLEngine>();
        return (await engine.QueryAsync(query, null, new Dictionary<string, object?>(), Services, CancellationToken.None), statements);
    }

    /// <summary>What a test class needs besides what ships.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
