using System.Net;
using System.Text.RegularExpressions;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>A clean clone is published and runs from another folder. Each test takes about a minute.</summary>
[Trait("Duration", "Minutes")]
public sealed partial class PublishTests(CleanClone clone) : IClassFixture<CleanClone>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task A_published_clone_serves_the_explorer_and_all_else_and_a_second_build_needs_no_node()
    {
        var program = await PublishAsync("published", searchPath: null);
        await using (var server = await ServerProcess.StartAsync(program))
        {
            var page = await GetAsync(server, "/graphql");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            var asset = Asset().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
            var script = await GetAsync(server, asset);
            Assert.Equal(HttpStatusCode.OK, script.StatusCode);
            Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
            await AssertAnswersAsync(server);
        }

        var again = await PublishAsync("published-again", FolderWithoutNode());
        Assert.Equal(FilesOf(Path.Combine(program, "web")), FilesOf(Path.Combine(again, "web")));
    }

    [Fact]
    public async Task Without_node_the_clone_builds_and_browsers_read_what_is_missing()
    {
        foreach (var made in new[] { "dist", "node_modules" })
        {
            var folder = Path.Combine(clone.Folder, "src", "web", made);
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        var program = await PublishAsync("published-without-node", FolderWithoutNode());
        await using var server = await ServerProcess.StartAsync(program);
        Assert.Contains("Install Node.js", await server.LineAsync("The query explorer was not built"), StringComparison.Ordinal);
        var page = await GetAsync(server, "/graphql");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Node.js", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AssertAnswersAsync(server);
    }

    private async Task<string> PublishAsync(string name, string? searchPath)
    {
        var target = Path.Combine(clone.Folder, name);
        var (exitCode, output) = await Dotnet.RunAsync(clone.Folder, searchPath, "publish", "src/ControlStrategy.Api", "-c", "Release", "-o", target, "-p:RunAnalyzers=false");
        Assert.True(exitCode == 0, output);
        return target;
    }

    /// <summary>A search path on which a shell is all there is.</summary>
    private string FolderWithoutNode()
    {
        var folder = Directory.CreateDirectory(Path.Combine(clone.Folder, "programs")).FullName;
        var shell = Path.Combine(folder, "sh");
        if (!OperatingSystem.IsWindows() && !File.Exists(shell)) File.CreateSymbolicLink(shell, "/bin/sh");
        return folder;
    }

    /// <summary>The program answers, with the settings and the reports that lie beside it.</summary>
    private static async Task AssertAnswersAsync(ServerProcess server)
    {
        var data = await server.Client.DataAsync("{ measures(first: 1) { totalCount } }");
        Assert.True(data.GetProperty("measures").GetProperty("totalCount").GetInt32() > 0);
        using var report = await server.Client.GetAsync("/reports/local-scrutiny.xlsx?area=S12000033&period=unheard-of");
        Assert.Contains("INVALID_PARAMETER", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Request starting", server.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(ServerProcess server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Browser);
        return await server.Client.SendAsync(request);
    }

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);

    [GeneratedRegex("src=\"(/web/assets/[^\"]+\\.js)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Asset();
}
