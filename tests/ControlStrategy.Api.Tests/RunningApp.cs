using System.Text;
using System.Text.Json;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.GraphQL;
using ControlStrategy.Testing;
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

    /// <summary>The application's clock; null for the machine's.</summary>
    public TimeProvider? Clock { get; init; }

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Strategy"] = $"Data Source={Database};Pooling=False",
            ["URLS"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        Configure(settings);
        _app = Application.Compose(settings, Clock);
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
    public Task<JsonElement> AskAsync(string query, object? variables = null) => Client.AskAsync(query, variables);

    /// <summary>The data of an answer without errors.</summary>
    public Task<JsonElement> DataAsync(string query, object? variables = null) => Client.DataAsync(query, variables);

    /// <summary>The answer, and the engine's statements that fetched it.</summary>
    public async Task<(JsonDocument Answer, IReadOnlyList<string> Statements)> TraceAsync(string query)
    {
        using var trace = new StatementTrace();
        var engine = Services.GetRequiredService<GraphQLEngine>();
        return (await engine.QueryAsync(query, null, new Dictionary<string, object?>(), Services, CancellationToken.None), trace.Statements);
    }

    /// <summary>Takes a text in as a file; every row must be good.</summary>
    public async Task<ImportReport> ImportAsync(ImportKind kind, string content, TimeProvider? clock = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var importer = new Importer(Services.GetRequiredService<WritingContexts>(), clock ?? Services.GetRequiredService<TimeProvider>());
        var rejections = new List<RejectedRow>();
        var report = await importer.ImportAsync(kind, new ImportContent("figures.csv", bytes), new ImportOptions { Rejected = rejections.Add });
        Assert.Empty(rejections);
        return report;
    }

    /// <summary>Settings a test class needs besides these.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <summary>What a test class needs besides what ships.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
