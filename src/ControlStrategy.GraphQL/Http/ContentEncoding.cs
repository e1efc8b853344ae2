using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>How a body is packed.</summary>
internal static class ContentEncoding
{
    private const string Taken = "gzip, br, deflate";

    /// <summary>What unpacks the body; null when it is not packed.</summary>
    /// <exception cref="HttpRefusal">It is packed in another way, or twice.</exception>
    public static Func<Stream, Stream>? Of(HttpRequest request) => request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
    {
        "" or "identity" => null,
        "gzip" or "x-gzip" => packed => new GZipStream(packed, CompressionMode.Decompress),
        "br" => packed => new BrotliStream(packed, CompressionMode.Decompress),
        "deflate" => packed => new ZLibStream(packed, CompressionMode.Decompress),
        _ => throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Content-Encoding must be one of {Taken}.")
        {
            Header = (HeaderNames.AcceptEncoding, Taken),
        },
    };
}
