using System.Text.Json;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed class CursorKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-cursors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_cursor_outlives_a_restart_and_another_key_refuses_it()
    {
        var cursor = (await AskAsync("{ outcomes(first: 1, order: [{ code: ASC }]) { pageInfo { endCursor } } }", null))
            .GetProperty("data").GetProperty("outcomes").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var query = $"{{ outcomes(first: 1, after: \"{cursor}\", order: [{{ code: ASC }}]) {{ nodes {{ code }} }} }}";

        Assert.Equal("1a", (await AskAsync(query, null)).GetProperty("data").GetProperty("outcomes").GetProperty("nodes")[0].GetProperty("code").GetString());
        Assert.Equal("INVALID_CURSOR", (await AskAsync(query, "another key of some length")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<JsonElement> AskAsync(string query, string? key)
    {
        await using var app = Application.Compose(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Strategy"] = $"Data Source={Path.Combine(_folder, "strategy.db")};Pooling=False",
            ["Content:Demonstration"] = "false",
            ["Cursors:Key"] = key,
        });
        await Preparation.PrepareAsync(app.Services, CancellationToken.None);
        using var answer = await app.Services.GetRequiredService<GraphQLEngine>()
            .QueryAsync(query, null, new Dictionary<string, object?>(), app.Services, CancellationToken.None);
        return answer.RootElement.Clone();
    }
}
