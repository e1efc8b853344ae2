using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Which media type answers a request, as the GraphQL-over-HTTP specification says.</summary>
internal static class MediaTypes
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>Answers as server-sent events.</summary>
    public const string EventStream = "text/event-stream";

    public const string Csv = "text/csv";
    private static readonly string[] Files = [Csv, "application/jsonl", "application/x-ndjson"];

    /// <summary>Whether the answer is to be a file of rows instead of a GraphQL response.</summary>
    public static bool IsFile(string type) => Files.Contains(type);

    /// <summary>The best type of the Accept header; null when none is served.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0) return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var wanted)) return null;
        return wanted.Where(type => type.Quality is not 0 && IsUtf8(type))
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(Served)
            .FirstOrDefault(type => type is not null);
    }

    /// <summary>Whether the body is JSON in UTF-8.</summary>
    public static bool IsJsonBody(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && Is(type, Json) && IsUtf8(type);

    private static string? Served(MediaTypeHeaderValue type) =>
        Is(type, Response) ? Response
        : Is(type, EventStream) ? EventStream
        : type.MatchesAllTypes || Is(type, "application/*") || Is(type, Json) ? Json
        : Files.FirstOrDefault(file => Is(type, file));

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
