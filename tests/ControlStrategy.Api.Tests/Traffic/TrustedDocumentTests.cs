using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ControlStrategy.Api.Composition;
using Xunit;

namespace ControlStrategy.Api.Tests.Traffic;

public sealed class TrustedDocumentTests(TrustedDocumentTests.TrustingApp app) : IClassFixture<TrustedDocumentTests.TrustingApp>
{
    private const string Document = "query Codes($n: Int) { measures(first: $n) { nodes { code name outcome { code title } } totalCount } }\n";
    private static readonly string Address = "/graphql?documentId=sha256:" + HashOf(Document) + "&variables=" + Uri.EscapeDataString("{\"n\":50}");

    [Fact]
    public async Task A_trusted_document_is_called_by_its_hash()
    {
        using var post = await app.Client.PostAsJsonAsync("/graphql", new { documentId = "sha256:" + HashOf(Document), variables = new { n = 50 } });
        var answer = await post.Content.ReadAsStringAsync();
        Assert.Equal(50, JsonElement.Parse(answer).GetProperty("data").GetProperty("measures").GetProperty("nodes").GetArrayLength());
        Assert.Equal(answer, await app.Client.GetStringAsync(new Uri(Address, UriKind.Relative)));
    }

    [Theory]
    [InlineData("sha256:0000", HttpStatusCode.NotFound, "DOCUMENT_NOT_FOUND")]
    [InlineData("../strategy.db", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    public async Task Another_name_is_refused(string id, HttpStatusCode status, string code) => await RefusedAsync(new { documentId = id }, status, code);

    [Fact]
    public async Task Whatever_is_not_trusted_is_refused_introspection_too()
    {
        await RefusedAsync(new { query = "{ measures { totalCount } }" }, HttpStatusCode.Forbidden, "UNTRUSTED_DOCUMENT");
        await RefusedAsync(new { query = "{ __schema { types { name } } }" }, HttpStatusCode.Forbidden, "UNTRUSTED_DOCUMENT");
        await RefusedAsync(new { query = Document, documentId = "sha256:" + HashOf(Document) }, HttpStatusCode.BadRequest, "BAD_REQUEST");
        using var whole = await app.Client.PostAsJsonAsync("/graphql", new { query = Document });
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Who_holds_the_answer_is_told_that_it_still_holds(string? encoding)
    {
        using var first = await GetAsync(encoding, null);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(encoding is null ? [] : new[] { encoding }, first.Content.Headers.ContentEncoding);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal("private, no-cache", first.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
        using var again = await GetAsync(encoding, tag.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        using var other = await GetAsync(encoding, "\"0123456789abcdef\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Packed_answers_have_tags_of_their_own()
    {
        using var plain = await GetAsync(null, null);
        using var packed = await GetAsync("gzip", null);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Equal(plain.Content.Headers.ContentLength, (await plain.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_file_named_by_another_hash_keeps_the_server_from_starting()
    {
        var folder = Directory.CreateDirectory(Path.Combine(app.Folder, "wrong")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, new string('0', 64) + ".graphql"), "{ a }");
        var refusal = Assert.Throws<SettingException>(() => Application.Compose(new Dictionary<string, string?> { ["Documents:Folder"] = folder }));
        Assert.Equal("Documents:Folder", refusal.Key);
    }

    [Fact]
    public void Only_trusted_documents_without_a_folder_is_no_setting() =>
        Assert.Throws<SettingException>(() => Application.Compose(new Dictionary<string, string?> { ["Documents:OnlyTrusted"] = "true" }));

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private async Task RefusedAsync(object body, HttpStatusCode status, string code)
    {
        using var response = await app.Client.PostAsJsonAsync("/graphql", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        Assert.Equal(code, JsonElement.Parse(text).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<HttpResponseMessage> GetAsync(string? encoding, string? held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        if (encoding is not null) request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        if (held is not null) request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(held));
        return await app.Client.SendAsync(request);
    }

    public sealed class TrustingApp : RunningApp
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Folder, "documents")).FullName;
            File.WriteAllText(Path.Combine(folder, "codes.graphql"), Document);
            settings["Documents:Folder"] = folder;
            settings["Documents:OnlyTrusted"] = "true";
        }
    }
}
