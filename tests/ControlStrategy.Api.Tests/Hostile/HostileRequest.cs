using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>A request that must be refused.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Body">Its body as it is sent.</param>
/// <param name="Code">The code it is refused with; null where the specification's rules name it.</param>
internal sealed record HostileRequest(string Name, byte[] Body, string? Code)
{
    private const string Json = "application/json";

    public string? Encoding { get; private init; }

    public bool IsChunked { get; init; }

    /// <summary>A document, with variables as JSON.</summary>
    public static HostileRequest Document(string name, string? code, string document, string variables = "{}") =>
        Text(name, code, $$"""{"query":{{JsonSerializer.Serialize(document)}},"variables":{{variables}}}""");

    /// <summary>A body as it stands.</summary>
    public static HostileRequest Text(string name, string? code, string body) => new(name, System.Text.Encoding.UTF8.GetBytes(body), code);

    /// <summary>A body of spaces, packed.</summary>
    public static HostileRequest Bomb(string encoding, Func<Stream, Stream> pack, int unpackedMebibytes)
    {
        using var packed = new MemoryStream();
        using (var target = pack(packed))
        {
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < unpackedMebibytes; i++) target.Write(spaces);
        }
        return new HostileRequest($"a {encoding} bomb of {unpackedMebibytes} MiB", packed.ToArray(), "BODY_TOO_LARGE") { Encoding = encoding };
    }

    /// <summary>Bytes that are not what they are called.</summary>
    public static HostileRequest Packed(string encoding, byte[] body, string code) => new($"a body called {encoding}", body, code) { Encoding = encoding };

    /// <summary>A body packed with gzip, cut short.</summary>
    public static byte[] CutGzip(string text)
    {
        using var packed = new MemoryStream();
        using (var target = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) target.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.ToArray()[..(int)(packed.Length / 2)];
    }

    public HttpRequestMessage ToMessage()
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        if (Encoding is not null) content.Headers.ContentEncoding.Add(Encoding);
        var message = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        message.Headers.TransferEncodingChunked = IsChunked;
        message.Headers.Accept.ParseAdd("application/graphql-response+json");
        return message;
    }
}
