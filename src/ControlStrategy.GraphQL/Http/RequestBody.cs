using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Reads bodies within their bounds, as they are sent and as they unpack.</summary>
internal sealed class RequestBody(EngineLimits limits, TimeProvider clock)
{
    private const int MostDrainedBytes = 4 * 1024 * 1024;
    private const int ChunkBytes = 16 * 1024;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRefusal">The body is too large, too slow, packed in a way that is not read, or damaged.</exception>
    public async Task<MemoryStream> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(limits.MaximumRequestSeconds), clock);
        await using var caller = cancellation.UnsafeRegister(static time => ((CancellationTokenSource)time!).Cancel(), time);
        try
        {
            return await ReadInTimeAsync(request, time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var slow = Errors.OverLimit("REQUEST_TIME", "The body took more seconds to arrive", limits.MaximumRequestSeconds, nameof(EngineLimits.MaximumRequestSeconds));
            throw new HttpRefusal(StatusCodes.Status408RequestTimeout, slow.Code, slow.Message) { IsLast = true };
        }
    }

    private async Task<MemoryStream> ReadInTimeAsync(HttpRequest request, CancellationToken cancellation)
    {
        var encoding = ContentEncoding.Of(request);
        if (request.ContentLength > limits.MaximumBodyBytes) throw await TooLargeAsync(request, cancellation);
        // The packed bytes are bounded for themselves: an empty block unpacks to nothing, however many there are.
        var body = await CopyAsync(request.Body, (int)Math.Min(request.ContentLength ?? 0, ChunkBytes), cancellation) ?? throw await TooLargeAsync(request, cancellation);
        if (encoding is null) return body;
        try
        {
            using var unpacked = encoding(body);
            return await CopyAsync(unpacked, 0, cancellation) ?? throw TooLarge(isLast: false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            throw HttpRefusal.Malformed("The body is not packed as its Content-Encoding says.");
        }
    }

    /// <summary>The whole stream from its beginning; null when it is over the limit.</summary>
    private async Task<MemoryStream?> CopyAsync(Stream source, int expectedBytes, CancellationToken cancellation)
    {
        var copy = new MemoryStream(expectedBytes);
        var chunk = new byte[expectedBytes is > 0 and < ChunkBytes ? expectedBytes : ChunkBytes];
        int read;
        while ((read = await source.ReadAsync(chunk, cancellation)) > 0)
        {
            if (copy.Length + read > limits.MaximumBodyBytes) return null;
            copy.Write(chunk, 0, read);
        }
        copy.Position = 0;
        return copy;
    }

    /// <summary>A client that is still sending reads no answer, and a connection closed on it loses the answer: so some more is taken first.</summary>
    private async Task<HttpRefusal> TooLargeAsync(HttpRequest request, CancellationToken cancellation)
    {
        // Who asks before sending has sent nothing yet.
        if (request.Headers.Expect.Count > 0 && request.ContentLength is not null) return TooLarge(isLast: true);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestDrain);
        try
        {
            var chunk = new byte[ChunkBytes];
            var (read, drained) = (0, 0);
            while (drained <= MostDrainedBytes && (read = await request.Body.ReadAsync(chunk, patience.Token)) > 0) drained += read;
            return TooLarge(isLast: read > 0);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TooLarge(isLast: true);
        }
    }

    private HttpRefusal TooLarge(bool isLast)
    {
        var refusal = Errors.OverLimit("BODY_TOO_LARGE", "The body has more bytes", limits.MaximumBodyBytes, nameof(EngineLimits.MaximumBodyBytes));
        return new HttpRefusal(StatusCodes.Status413PayloadTooLarge, refusal.Code, refusal.Message) { IsLast = isLast };
    }
}
