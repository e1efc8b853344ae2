using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

public sealed class ShutdownTests : FaultTest
{
    private const string Body = """{"query":"query Partners { partners { totalCount } }"}""";

    [SkippableFact]
    public async Task A_request_that_runs_when_the_server_is_told_to_stop_is_answered()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var server = ProgramProcess.Serve(await PreparedDatabase.CopyToAsync(Folder));
        using var client = await server.ClientAsync();
        using var slow = await BeginAsync(client.BaseAddress!);
        server.Stop();
        await RefusesAsync(client.BaseAddress!);

        await slow.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Body[10..]));
        using var reader = new StreamReader(slow.GetStream());
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("totalCount", answer, StringComparison.Ordinal);
        Assert.Equal(0, (await server.EndAsync()).ExitCode);
    }

    [SkippableFact]
    public async Task A_request_that_never_ends_does_not_keep_the_server_longer_than_the_setting_says()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var server = ProgramProcess.Serve(await PreparedDatabase.CopyToAsync(Folder), ("Shutdown__Seconds", "1"));
        using var client = await server.ClientAsync();
        using var slow = await BeginAsync(client.BaseAddress!);
        server.Stop();
        Assert.Equal(0, (await server.EndAsync()).ExitCode);
    }

    [SkippableFact]
    public async Task Logs_are_json_where_the_setting_asks_and_tell_operations_without_values()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var server = ProgramProcess.Serve(await PreparedDatabase.CopyToAsync(Folder), ("Logging__Console__FormatterName", "json"));
        using var client = await server.ClientAsync();
        await client.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent(Body, Encoding.UTF8, "application/json"));
        server.Stop();
        var end = await server.EndAsync();

        var lines = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var operation = Assert.Single(lines, line => line.GetProperty("State").TryGetProperty("Operation", out _)).GetProperty("State");
        Assert.Equal(("Partners", "ok"), (operation.GetProperty("Operation").GetString(), operation.GetProperty("Outcome").GetString()));
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
    }

    /// <summary>Sends a request but for the end of its body.</summary>
    private static async Task<TcpClient> BeginAsync(Uri server)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(server.Host, server.Port);
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {server.Authority}\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n"));
        // The server asks for the body once the request runs.
        var asked = new byte[25];
        await connection.GetStream().ReadExactlyAsync(asked);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.UTF8.GetString(asked));
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Body[..10]));
        return connection;
    }

    /// <summary>Comes back when the server takes no connection any more.</summary>
    private static async Task RefusesAsync(Uri server)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var connection = new TcpClient();
            try
            {
                await connection.ConnectAsync(server.Host, server.Port);
                Assert.InRange(attempt, 0, 100_000);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
