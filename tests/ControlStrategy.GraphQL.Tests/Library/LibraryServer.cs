using System.Text.Json;
using ControlStrategy.GraphQL.Subscribing;
using ControlStrategy.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>The engine over the library, on a port of its own with a database of its own.</summary>
public sealed class LibraryServer : IAsyncLifetime
{
    private readonly Action<LibraryContext> _fill;
    private readonly EngineLimits _limits;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"library-{Guid.NewGuid():N}.db");
    private WebApplication? _app;

    public LibraryServer()
        : this(LibraryContent.Fill, new EngineLimits())
    {
    }

    /// <summary>Another content, other limits.</summary>
    internal LibraryServer(Action<LibraryContext> fill, EngineLimits limits)
    {
        _fill = fill;
        _limits = limits;
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The clock of limits.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What connections may take.</summary>
    internal StreamLimits Streams { get; init; } = new();

    /// <summary>Tells those who follow <c>bookArrived</c>.</summary>
    internal Broadcast<Arrival> Arrivals => Services.GetRequiredService<Broadcast<Arrival>>();

    public GraphQLEngine Engine => _app!.Services.GetRequiredService<GraphQLEngine>();

    public WarningLog Log { get; } = new();

    /// <summary>What the engine was told; limits may be changed between requests.</summary>
    public EngineOptions Options => Services.GetRequiredService<EngineOptions>();

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddConsole().AddProvider(Log).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddPooledDbContextFactory<LibraryContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        builder.Services.AddGraphQLEngine<LibraryContext>((_, options) =>
        {
            options.Limits = _limits;
            options.Streams = Streams;
            options.Clock = Clock;
            LibraryFields.Configure(options);
        });
        builder.Services.AddSingleton(new Broadcast<Arrival>(Streams.MaximumWaitingEvents));
        _app = builder.Build();
        _app.MapGraphQLEngine("/graphql");
        await using (var context = await Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync())
        {
            await context.Database.EnsureCreatedAsync();
            _fill(context);
            await context.SaveChangesAsync();
        }
        await _app.StartAsync();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>Tells the server to stop, and waits until it has.</summary>
    internal Task StopAsync() => _app!.StopAsync();

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
            File.Delete(file);
    }

    /// <summary>What a client gets for a query.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null) => Client.AskAsync(query, variables);

    /// <summary>The data of an answer without errors.</summary>
    public Task<JsonElement> DataAsync(string query, object? variables = null) => Client.DataAsync(query, variables);

    /// <summary>The data, and the statements that fetched it.</summary>
    public async Task<(string Json, IReadOnlyList<string> Statements)> TraceAsync(string query)
    {
        using var trace = new StatementTrace();
        using var answer = await Engine.QueryAsync(query, null, new Dictionary<string, object?>(), Services, CancellationToken.None);
        return (JsonSerializer.Serialize(answer.RootElement), trace.Statements);
    }
}
