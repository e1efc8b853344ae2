using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>Sends files as a client does.</summary>
internal static class ImportUploads
{
    public static Task<(HttpStatusCode Status, JsonElement Answer)> PostImportAsync(this RunningApp app, string path, string content) =>
        app.PostImportAsync(path, Encoding.UTF8.GetBytes(content));

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> PostImportAsync(
        this RunningApp app, string path, byte[] content, string? mediaType = "text/csv")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        using var response = await app.Client.PostAsync(new Uri($"/imports/{path}", UriKind.Relative), body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
