using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    private static readonly Uri Live = new("/health/live", UriKind.Relative);
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _clock = new();
    private readonly RunningApp _app;

    public HealthTests() => _app = new RunningApp { Clock = _clock };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_server_with_its_database_is_live_and_ready()
    {
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok","notReady":[]}"""), await AskAsync(Live));
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok","notReady":[]}"""), await AskAsync(Ready));
    }

    [Fact]
    public async Task A_server_whose_database_is_gone_is_live_and_not_ready()
    {
        foreach (var file in Directory.GetFiles(_app.Folder, "strategy.db*"))
            File.Move(file, file + ".gone");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Live)).Status);
        await IsNotReadyAsync("DATABASE_CANNOT_OPEN");
        foreach (var file in Directory.GetFiles(_app.Folder, "*.gone"))
            File.Move(file, file[..^".gone".Length]);
        _clock.Advance(Kept);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Ready)).Status);
    }

    [Fact]
    public async Task However_many_ask_the_database_is_asked_once_a_second()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Ready)).Status);
        foreach (var file in Directory.GetFiles(_app.Folder, "strategy.db*"))
            File.Move(file, file + ".gone");
        _clock.Advance(Kept - TimeSpan.FromMilliseconds(1));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(Ready))), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(Ready))), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
    }

    [Fact]
    public async Task A_server_whose_database_is_locked_is_live_and_not_ready()
    {
        await using var other = new SqliteConnection($"Data Source={_app.Database};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE Partners SET Name = Name");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Live)).Status);
        await IsNotReadyAsync("DATABASE_LOCKED");
        await other.CloseAsync();
        _clock.Advance(Kept);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Ready)).Status);
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory", "DATABASE_FOREIGN")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')", "DATABASE_NEWER")]
    public async Task A_server_whose_tables_are_of_another_version_is_not_ready(string sql, string reason)
    {
        await using var other = new SqliteConnection($"Data Source={_app.Database};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, sql);
        await IsNotReadyAsync(reason);
    }

    [Fact]
    public async Task A_server_that_begins_to_stop_is_no_longer_ready_while_it_still_answers()
    {
        var lifetime = _app.Services.GetRequiredService<IHostApplicationLifetime>();
        var seen = new TaskCompletionSource<(HttpStatusCode, string)>();
        // What is registered here runs before the server closes its port.
        lifetime.ApplicationStopping.Register(() => seen.SetResult(AskAsync(Ready).GetAwaiter().GetResult()));
        await Task.Run(lifetime.StopApplication);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"not ready","notReady":[{"name":"server","reason":"STOPPING"}]}"""), await seen.Task);
    }

    private async Task IsNotReadyAsync(string reason)
    {
        var (status, body) = await AskAsync(Ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var only = Assert.Single(JsonSerializer.Deserialize<JsonElement>(body).GetProperty("notReady").EnumerateArray());
        Assert.Equal(("database", reason), (only.GetProperty("name").GetString(), only.GetProperty("reason").GetString()));
        Assert.DoesNotContain(_app.Folder, body, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(Uri address)
    {
        using var response = await _app.Client.GetAsync(address);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
