using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ControlStrategy.Testing;

/// <summary>Asks a running server for a list as a file.</summary>
public static class FileRequest
{
    /// <summary>CSV.</summary>
    public const string Csv = "text/csv";

    /// <summary>JSON lines.</summary>
    public const string JsonLines = "application/jsonl";

    /// <summary>The response as soon as its headers are there; the caller disposes it.</summary>
    public static async Task<HttpResponseMessage> RequestFileAsync(this HttpClient client, string accept, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The whole file as text.</summary>
    public static async Task<string> FileAsync(this HttpClient client, string accept, string query, object? variables = null)
    {
        using var response = await client.RequestFileAsync(accept, query, variables);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new HttpRequestException(text, null, response.StatusCode);
    }
}
