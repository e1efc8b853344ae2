using ControlStrategy.Api.Analytics;
using ControlStrategy.Api.Explorer;
using ControlStrategy.Api.Health;
using ControlStrategy.Api.Imports;
using ControlStrategy.Api.Reports;
using ControlStrategy.Api.Traffic;
using ControlStrategy.Data;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Composition;

/// <summary>Composes the application: the server, the commands and the tests build it by the same call.</summary>
public static class Application
{
    /// <summary>Puts everything together; opens nothing.</summary>
    /// <param name="settings">Settings that win over the file beside the program and over the environment, by key.</param>
    /// <param name="clock">Tells the time; the machine's without.</param>
    /// <exception cref="StrategyDatabaseException">The connection string cannot be read.</exception>
    /// <exception cref="SettingException">A setting has a value it cannot have, or is not known.</exception>
    public static WebApplication Compose(IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null)
    {
        // Settings and reports lie beside the program, from whichever folder it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        var strategy = StrategySettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(strategy.Addresses);
        // A page elsewhere whose name was made to mean this machine must not get answers.
        if (LocalAddresses.Are(strategy.Addresses) && builder.Configuration["AllowedHosts"] is null or "*")
            builder.Configuration["AllowedHosts"] = LocalAddresses.Names;
        // A port in use is one line of the command's, not a stack trace of the host's.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        builder.Services.AddSingleton(strategy);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddStrategyData(strategy.ConnectionString);
        builder.Services.AddSingleton<CursorKeyFile>();
        builder.Services.AddGraphQLEngine<StrategyContext>(StrategySchema.Configure);
        builder.Services.AddReports();
        builder.Services.AddTraffic(strategy, builder.Environment.IsDevelopment());
        builder.Services.AddImports();
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = strategy.LongestShutdown);

        var app = builder.Build();
        app.UseTraffic(strategy);
        if (strategy.WithExplorer) app.MapExplorer();
        app.MapGraphQLEngine("/graphql");
        app.MapFreshness();
        app.MapReports();
        app.MapImports();
        app.MapHealth();
        return app;
    }
}
