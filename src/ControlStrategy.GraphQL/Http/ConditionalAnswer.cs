using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Gives the answer to a GET of a trusted document a tag of its bytes, and to a client that holds these bytes only that they still hold.</summary>
internal static class ConditionalAnswer
{
    /// <summary>Answers through a buffer where the request is one of these, else at once.</summary>
    public static Task HandleAsync(HttpContext context, RequestDelegate answer) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey("documentId") && MediaTypes.Negotiate(context.Request) is { } type && !MediaTypes.IsFile(type)
            ? HandleBufferedAsync(context, answer)
            : answer(context);

    private static async Task HandleBufferedAsync(HttpContext context, RequestDelegate answer)
    {
        var sent = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await answer(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Response.Body = sent;
        }
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var isSame = context.Response.StatusCode == StatusCodes.Status200OK && Tag(context, bytes.Span);
        if (!isSame) await sent.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Whether the client holds the answer.</summary>
    private static bool Tag(HttpContext context, ReadOnlySpan<byte> answer)
    {
        var headers = context.Response.Headers;
        var tag = Convert.ToHexStringLower(SHA256.HashData(answer).AsSpan(0, 16));
        headers.ETag = $"\"{tag}\"";
        // A client asks again each time: whose answer it was may change with the token.
        headers.CacheControl = "private, no-cache";
        headers.Vary = StringValues.Concat(headers.Vary, new StringValues([HeaderNames.AcceptEncoding, HeaderNames.Authorization]));
        if (Held(context.Request.Headers.IfNoneMatch, tag) is not { } held) return false;
        headers.ETag = held;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        headers.ContentLength = null;
        headers.Remove(HeaderNames.ContentType);
        return true;
    }

    private static bool Names(string held, string tag) => held == tag || held == tag + "-gzip" || held == tag + "-br";

    /// <summary>The tag the client holds this answer by. A packed answer's tag is the plain one's with the packing after it, so that one is not taken for the other.</summary>
    private static string? Held(StringValues held, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList(held, out var tags)) return null;
        return tags.Select(one => one.Tag.ToString()).FirstOrDefault(one => Names(one.Trim('"'), tag)) ?? (tags.Any(one => one.Tag == "*") ? $"\"{tag}\"" : null);
    }
}
