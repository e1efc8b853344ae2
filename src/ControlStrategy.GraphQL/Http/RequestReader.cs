using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Reads an operation from a GET or POST request.</summary>
internal sealed class RequestReader(EngineLimits limits, TimeProvider clock, RequestedDocuments documents)
{
    private readonly RequestBody _body = new(limits, clock);
    private readonly JsonSerializerOptions _json = Json(limits);

    /// <exception cref="HttpRefusal">The request is none, or its document may not run.</exception>
    public async Task<GraphQLRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var operation = HttpMethods.IsGet(request.Method) ? FromQuery(request.Query)
            : HttpMethods.IsPost(request.Method) ? await FromBodyAsync(request, cancellation)
            : throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", "Use GET or POST.") { Header = (HeaderNames.Allow, "GET, POST") };
        return Check(operation);
    }

    /// <summary>What holds for every operation, however it came; gives it its document where it names one.</summary>
    /// <exception cref="HttpRefusal">There is no document, or it is too long, or may not run.</exception>
    public GraphQLRequest Check(GraphQLRequest operation)
    {
        if (operation.Query?.Length > limits.MaximumDocumentCharacters)
            throw HttpRefusal.OverLimit(StatusCodes.Status400BadRequest, "DOCUMENT_TOO_LONG", "The document has more characters", limits.MaximumDocumentCharacters, nameof(EngineLimits.MaximumDocumentCharacters));
        documents.Resolve(operation);
        return operation;
    }

    /// <summary>Measures JSON before anything is made of it.</summary>
    /// <exception cref="HttpRefusal">There are too many objects, or a number is too long.</exception>
    /// <exception cref="JsonException">It is not JSON, or nests too deep.</exception>
    public void Measure(ReadOnlySpan<byte> json) => JsonMeasure.Check(json, limits);

    private GraphQLRequest FromQuery(IQueryCollection query) => new()
    {
        Query = Text(query, "query"),
        DocumentId = Text(query, "documentId"),
        OperationName = Text(query, "operationName"),
        Variables = Object(query, "variables"),
        Extensions = Object(query, "extensions"),
    };

    private static string? Text(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    private Inputs? Object(IQueryCollection query, string name)
    {
        if (Text(query, name) is not { } text) return null;
        try
        {
            return JsonSerializer.Deserialize<Inputs>(text, _json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw HttpRefusal.Malformed($"'{name}' must be a JSON object that nests at most {limits.MaximumParserDepth} deep.");
        }
    }

    private async Task<GraphQLRequest> FromBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypes.IsJsonBody(request))
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be application/json in UTF-8.");
        using var body = await _body.ReadAsync(request, cancellation);
        try
        {
            var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
            Measure(bytes);
            return JsonSerializer.Deserialize<GraphQLRequest>(bytes, _json) ?? throw new JsonException();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The serializer answers a query that is not text, and half a surrogate pair, with InvalidOperationException.
            throw HttpRefusal.Malformed($"The body is not a GraphQL request: an object with 'query' or 'documentId', and optionally 'operationName', 'variables' and 'extensions', that nests at most {limits.MaximumParserDepth} deep.");
        }
    }

    /// <summary>The serializer's own options, which have its converters: it reads streams and texts only, and a body is neither.</summary>
    private static JsonSerializerOptions Json(EngineLimits limits)
    {
        var json = new JsonSerializerOptions();
        _ = new GraphQLSerializer(options =>
        {
            options.MaxDepth = limits.MaximumParserDepth;
            json = options;
        });
        return json;
    }
}
