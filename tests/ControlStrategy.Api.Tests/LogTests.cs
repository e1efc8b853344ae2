using System.Collections.Concurrent;
using System.Net.Http.Json;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>An application that logs everything it can, into memory.</summary>
public sealed class LoggingApp : RunningApp
{
    internal ConcurrentQueue<string> Lines { get; private set; } = [];

    /// <summary>Collects what an application logs from now on.</summary>
    internal static ConcurrentQueue<string> Listen(IServiceProvider services)
    {
        var lines = new ConcurrentQueue<string>();
        services.GetRequiredService<ILoggerFactory>().AddProvider(new Memory(lines));
        return lines;
    }

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Logging:LogLevel:Default"] = "Trace";
        settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug";
        settings["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning";
        settings["Logging:LogLevel:Commands"] = "Trace";
        settings["Logging:Console:LogLevel:Default"] = "None";
    }

    protected override Task FillAsync()
    {
        Lines = Listen(Services);
        return Task.CompletedTask;
    }

    private sealed class Memory(ConcurrentQueue<string> lines) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Category(categoryName, lines);

        public void Dispose()
        {
        }
    }

    private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{name}: scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {name}: {formatter(state, exception)} {exception}");
    }
}

/// <summary>Logs tell what was done and never with which values.</summary>
public sealed class LogTests(LoggingApp app) : IClassFixture<LoggingApp>
{
    private const string Secret = "Marker7391";

    [Fact]
    public async Task Whatever_is_asked_no_value_of_it_is_logged()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Add("Authorization", $"Bearer {Secret}");
        request.Content = JsonContent.Create(new { query = "query Named($name: String) { partners(where: { name: { eq: $name } }) { totalCount } }", operationName = "Named", variables = new { name = Secret } });
        await app.Client.SendAsync(request);
        foreach (var query in new[]
        {
            $"{{ partners(where: {{ name: {{ contains: \"{Secret}\" }} }}) {{ totalCount }} }}",
            $"{{ area(code: \"{Secret}\") {{ name }} }}",
            $"{{ {Secret} }}",
            $"{{ partners( {Secret} ",
            $"{{ partners(after: \"{Secret}\") {{ totalCount }} }}",
            $"{{ scorecard(period: \"{Secret}\") {{ period }} }}",
            $"{{ scorecard(period: \"2021/22\", areas: [\"{Secret}\"], measures: [\"{Secret}\"]) {{ period }} }}",
        })
            await app.AskAsync(query);
        await app.AskAsync("query Other { partners { totalCount } }", new { name = Secret });
        await app.Client.GetAsync(new Uri($"/graphql?query={{partners{{totalCount}}}}&operationName={Secret}", UriKind.Relative));
        await app.Client.GetAsync(new Uri($"/reports/local-scrutiny.xlsx?area={Secret}&period=2021/22", UriKind.Relative));

        Assert.Contains("Operation Named: ok", Told(), StringComparison.Ordinal);
        Assert.Contains("Operation unnamed: refused INVALID_CURSOR", Told(), StringComparison.Ordinal);
        Assert.Contains("Report refused: UNKNOWN_VALUE", Told(), StringComparison.Ordinal);
        HasNoSecret();
    }

    [Fact]
    public async Task An_import_is_one_line_with_its_counts_and_none_of_its_rows()
    {
        var file = Path.Combine(app.Folder, "figures.csv");
        await File.WriteAllTextAsync(file, $"measure,area,period,value\nall-crimes,S12000033,2021/22,15781\nall-crimes,{Secret},2021/22,{Secret}\n");
        var report = await app.Services.GetRequiredService<Importer>().ImportAsync(ImportKind.Observations, file, new ImportOptions { AcceptValid = true });
        app.Services.ServerLog().ImportEnded(report);

        Assert.Contains(app.Lines, line => line.Contains("Import of Observations ended, written: True; 2 read, 1 new, 0 corrected, 0 unchanged, 0 not stored, 1 rejected", StringComparison.Ordinal));
        HasNoSecret();
    }

    [Fact]
    public async Task A_failing_query_is_logged_by_kind_and_place_without_its_text()
    {
        await using var broken = Application.Compose(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Strategy"] = $"Data Source={Path.Combine(app.Folder, "missing.db")};Pooling=False",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:Console:LogLevel:Default"] = "None",
        });
        var lines = LoggingApp.Listen(broken.Services);
        using var answer = await broken.Services.GetRequiredService<GraphQLEngine>()
            .QueryAsync($"{{ partners(where: {{ name: {{ eq: \"{Secret}\" }} }}) {{ totalCount }} }}", null, new Dictionary<string, object?>(), broken.Services, CancellationToken.None);

        Assert.Equal("INTERNAL", answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(lines, line => line.Contains("A GraphQL field failed: Microsoft.Data.Sqlite.SqliteException (SQLite Error 14)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Operation unnamed: failed INTERNAL", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private string Told() => string.Join('\n', app.Lines.Where(line => line.Contains("ControlStrategy.", StringComparison.Ordinal) || line.Contains(" Operations: ", StringComparison.Ordinal)));

    private void HasNoSecret()
    {
        Assert.NotEmpty(app.Lines);
        Assert.DoesNotContain(app.Lines, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }
}
