using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Traffic;

/// <summary>Packed bodies and packed answers.</summary>
public sealed class PackingTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Many = "{ measures { nodes { code name outcome { code title } } } }";

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    [InlineData("application/jsonl")]
    public async Task Large_answers_are_packed_for_who_accepts_it(string type)
    {
        using var plain = await AskAsync(Many, type, null);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        using var packed = await AskAsync(Many, type, "gzip");
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_body_is_read(string encoding)
    {
        using var packed = new MemoryStream();
        await using (Stream target = encoding switch { "gzip" => new GZipStream(packed, CompressionMode.Compress, true), "br" => new BrotliStream(packed, CompressionMode.Compress, true), _ => new ZLibStream(packed, CompressionMode.Compress, true) })
            await target.WriteAsync(Encoding.UTF8.GetBytes("""{"query":"{ measures { totalCount } }"}"""));
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add(encoding);
        using var response = await app.Client.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        Assert.True(JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data").GetProperty("measures").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task Another_packing_is_refused_with_those_that_are_read()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("zstd");
        using var response = await app.Client.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("gzip, br, deflate", string.Join(", ", response.Headers.GetValues("Accept-Encoding")));
    }

    private async Task<HttpResponseMessage> AskAsync(string query, string accept, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.Accept.ParseAdd(accept);
        if (encoding is not null) request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return await app.Client.SendAsync(request);
    }
}
