using System.Diagnostics;
using System.Text.Json;
using ControlStrategy.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The public suite of GraphQL over HTTP (npm: graphql-http) against the server. Where Node.js is not installed it is skipped, saying so.</summary>
public sealed class GraphQLOverHttpTests(ITestOutputHelper output)
{
    private const int FewestAudits = 60;
    private static readonly string Suite = Path.Combine(Checkout.Folder, "tests", "e2e", "graphql-http");

    [SkippableFact]
    public async Task The_public_suite_finds_nothing_that_must_should_or_may_be_otherwise()
    {
        Skip.IfNot(IsInstalled("node") && IsInstalled("npm"), "node or npm is not installed: apt-get install nodejs npm.");
        var (installed, installation) = await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
        Assert.True(installed == 0, installation);
        await using var server = await ServerProcess.StartAsync(AppContext.BaseDirectory);
        var (_, text) = await RunAsync("node", "audit.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString());
        output.WriteLine(text);

        var audits = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line)).ToList();
        Assert.True(audits.Count >= FewestAudits, text);
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Suite, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
