using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Testing;

/// <summary>Asks a running server, as a client does.</summary>
public static class GraphQLClient
{
    /// <summary>What a client gets for a query.</summary>
    public static async Task<JsonElement> AskAsync(this HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of an answer without errors.</summary>
    public static async Task<JsonElement> DataAsync(this HttpClient client, string query, object? variables = null)
    {
        var answer = await client.AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}
