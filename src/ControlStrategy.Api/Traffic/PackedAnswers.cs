using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.Api.Traffic;

/// <summary>
/// Packs answers for clients that accept it, over HTTPS too: the length of a packed answer tells a secret only to somebody who can make
/// the victim's browser ask, and a browser adds no credentials here, for there are no cookies.
/// </summary>
internal sealed class PackedAnswers(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <summary>A smaller answer fits into one packet anyway.</summary>
    private const int SmallestPackedBytes = 1_024;

    public static void Configure(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/jsonl", "application/x-ndjson", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, PackedAnswers>();
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        (context.Response.ContentLength ?? SmallestPackedBytes) >= SmallestPackedBytes && base.ShouldCompressResponse(context);

    public override ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        var provider = base.GetCompressionProvider(context);
        var tag = context.Response.Headers.ETag.ToString();
        // A strong tag names bytes, and the packed ones are others.
        if (provider is not null && tag.EndsWith('"') && !tag.StartsWith("W/", StringComparison.Ordinal))
            context.Response.Headers[HeaderNames.ETag] = $"{tag[..^1]}-{provider.EncodingName}\"";
        return provider;
    }
}
