using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Traffic;

/// <summary>Apollo's automatic persisted queries: the hash first, and the document only when the server does not know it.</summary>
public sealed class AutomaticDocumentTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Document = "{ measures { totalCount } }";
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    [Fact]
    public async Task A_document_sent_once_with_its_hash_is_called_by_the_hash_alone()
    {
        using var unknown = await PostAsync(null, Hash);
        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
        Assert.Equal("private, no-store", unknown.Headers.CacheControl!.ToString().Replace("no-store, private", "private, no-store", StringComparison.Ordinal));
        var error = (await AnswerAsync(unknown)).GetProperty("errors")[0];
        Assert.Equal("PersistedQueryNotFound", error.GetProperty("message").GetString());
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", error.GetProperty("extensions").GetProperty("code").GetString());

        using var sent = await PostAsync(Document, Hash);
        var answer = (await AnswerAsync(sent)).GetRawText();
        Assert.Contains("totalCount", answer, StringComparison.Ordinal);
        using var known = await PostAsync(null, Hash);
        Assert.Equal(answer, (await AnswerAsync(known)).GetRawText());
        var extensions = Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}}""");
        Assert.Equal(answer, await app.Client.GetStringAsync(new Uri("/graphql?extensions=" + extensions, UriKind.Relative)));
    }

    [Fact]
    public async Task A_document_under_another_hash_is_refused_and_not_remembered()
    {
        var other = new string('0', 64);
        using var mismatch = await PostAsync(Document, other);
        Assert.Equal(HttpStatusCode.BadRequest, mismatch.StatusCode);
        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", await CodeAsync(mismatch));
        using var unknown = await PostAsync(null, other);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await CodeAsync(unknown));
    }

    [Fact]
    public async Task What_is_no_persisted_query_is_refused()
    {
        using var response = await app.Client.PostAsJsonAsync("/graphql", new { extensions = new { persistedQuery = new { version = 2, sha256Hash = Hash } } });
        Assert.Equal("BAD_REQUEST", await CodeAsync(response));
    }

    private Task<HttpResponseMessage> PostAsync(string? query, string hash) =>
        app.Client.PostAsJsonAsync("/graphql", new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response) => JsonElement.Parse(await response.Content.ReadAsStringAsync());

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await AnswerAsync(response)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
