using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Statements that would run for hours are stopped in the database, whether the time is over or the client has gone.</summary>
public sealed class EndlessStatementTests : IAsyncLifetime
{
    private const int Attempts = 10;
    private const string Endless = "{ numbers(where: { id: { lt: 0 } }) { totalCount } }";
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"endless-{Guid.NewGuid():N}.db");
    private WarningLog Log { get; } = new();
    private WebApplication _app = null!;
    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddPooledDbContextFactory<EndlessContext>(options => options.UseSqlite($"Data Source={_file};Pooling=False"));
        builder.Services.AddGraphQLEngine<EndlessContext>((_, options) => options.Limits = new EngineLimits { MaximumExecutionSeconds = 3, MaximumRequestSeconds = 1 });
        _app = builder.Build();
        _app.MapGraphQLEngine("/graphql");
        await using (var context = await _app.Services.GetRequiredService<IDbContextFactory<EndlessContext>>().CreateDbContextAsync())
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; CREATE TABLE Written (Id INTEGER)");
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(_file + ending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_statement_beyond_its_time_is_stopped_and_refused_with_the_setting_named(bool isKnown)
    {
        if (isKnown)
        {
            await CountToAsync(10);
            using var known = await PostAsync(Endless, CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        }
        await CountToAsync(long.MaxValue);
        using var response = await PostAsync(Endless, CancellationToken.None);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("data", out _));
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("EXECUTION_TIME", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("Limits:MaximumExecutionSeconds", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await DatabaseIsIdleAsync();
        await CountToAsync(10);
        using var after = await PostAsync(Endless, CancellationToken.None);
        Assert.Equal("""{"data":{"numbers":{"totalCount":0}}}""", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AClient_that_goes_leaves_no_statement_behind()
    {
        await CountToAsync(long.MaxValue);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(Endless, gone.Token));
        await DatabaseIsIdleAsync();
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task A_server_full_of_endless_statements_still_answers_what_needs_no_statement()
    {
        await CountToAsync(long.MaxValue);
        // Where the machine is busy with something else, the statements may end first: then it is tried again.
        var isOvertaken = false;
        for (var attempt = 0; attempt < Attempts && !isOvertaken; attempt++)
        {
            var endless = Enumerable.Range(0, new EngineLimits().ConcurrentOperations).Select(_ => PostAsync(Endless, CancellationToken.None)).ToList();
            using var schema = await Client.GetAsync("/graphql/schema.graphql");
            isOvertaken = endless.Any(request => !request.IsCompleted);
            foreach (var response in await Task.WhenAll(endless))
            {
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
                response.Dispose();
            }
        }
        Assert.True(isOvertaken);
        await DatabaseIsIdleAsync();
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_refused()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIME", answer, StringComparison.Ordinal);
    }

    /// <summary>No reader holds a state of the database: everything written can be taken out of the log. The time only ends a test that hangs.</summary>
    private async Task DatabaseIsIdleAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            if (await WriteAsync("INSERT INTO Written VALUES (1); PRAGMA wal_checkpoint(TRUNCATE)") == 0) return;
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "A statement still reads the database.");
        }
    }

    private Task<long> CountToAsync(long last) => WriteAsync(FormattableString.Invariant($"DELETE FROM Written; INSERT INTO Written VALUES ({last})"));

    private async Task<long> WriteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    private Task<HttpResponseMessage> PostAsync(string query, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "application/graphql-response+json");
        return Client.SendAsync(request, cancellation);
    }

    private sealed class EndlessContext(DbContextOptions<EndlessContext> options) : DbContext(options)
    {
        public DbSet<Number> Numbers => Set<Number>();

        // Reads a table of the file, so that the statement holds a state of the database.
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Number>().ToSqlQuery(
            "WITH RECURSIVE counted(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM counted WHERE x < (SELECT MAX(Id) FROM Written)) SELECT x AS Id FROM counted");
    }

    private sealed class Number
    {
        public int Id { get; init; }
    }
}
