using System.Text.Json;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The protocols' own clients follow what another process imports.</summary>
public sealed class ClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [SkippableTheory]
    [InlineData("graphql-ws")]
    [InlineData("graphql-sse")]
    public async Task A_client_receives_the_import_of_another_process_and_unsubscribes(string protocol)
    {
        await using var server = await ServerProcess.StartAsync(AppContext.BaseDirectory);
        using var client = clients.Run("follow.js", protocol, new Uri(server.Client.BaseAddress!, "/graphql").ToString());
        var error = client.StandardError.ReadToEndAsync();
        await server.LineAsync("Operation Follow: ok");

        await server.ImportAsync("observations", "late-figures.csv", "measure,area,period,value\nall-crimes,S12000033,1901-04,7\nall-crimes,S12000036,1901-05,8\n");
        var told = JsonDocument.Parse(await LineAsync(client.StandardOutput, error)).RootElement.GetProperty("data").GetProperty("observationsImported");
        Assert.Equal(
            """{"import":{"fileName":"late-figures.csv","new":2},"measures":[{"code":"all-crimes"}],"periodStart":"1901-04-01","periodEnd":"1901-05-31","areaCount":2}""",
            told.GetRawText());

        var asked = JsonDocument.Parse(await LineAsync(client.StandardOutput, error)).RootElement.GetProperty("data");
        Assert.True(asked.GetProperty("observations").GetProperty("totalCount").GetInt32() >= 2);
        await client.WaitForExitAsync();
        Assert.Equal((0, ""), (client.ExitCode, await error));
    }

    private static async Task<string> LineAsync(StreamReader output, Task<string> error) =>
        await output.ReadLineAsync() ?? throw new InvalidOperationException($"The client ended: {await error}");
}
