using System.Net.Http.Json;
using System.Text.Json;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>Follows a subscription as server-sent events.</summary>
internal sealed class Follower : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private Follower(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    public static async Task<Follower> BeginAsync(HttpClient client, string subscription)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = subscription }) };
        request.Headers.Add("Accept", "text/event-stream");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Follower(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event, or the errors told instead; null at the end of the stream.</summary>
    public async Task<string?> NextAsync()
    {
        while (await _lines.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal)) continue;
            var result = JsonElement.Parse(line[6..]);
            return result.TryGetProperty("data", out var data) ? data.GetProperty("observationsImported").GetRawText() : line[6..];
        }
        return null;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
