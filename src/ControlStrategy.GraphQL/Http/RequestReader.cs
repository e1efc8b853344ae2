using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Reads an operation from a GET or POST request.</summary>
internal sealed class RequestReader(IGraphQLTextSerializer serializer, EngineLimits limits)
{
    public async Task<GraphQLRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var operation = HttpMethods.IsGet(request.Method) ? FromQuery(request.Query)
            : HttpMethods.IsPost(request.Method) ? await FromBodyAsync(request, cancellation)
            : throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", "Use GET or POST.") { Allow = "GET, POST" };
        return Check(operation);
    }

    /// <summary>What holds for every operation, however it came.</summary>
    /// <exception cref="HttpRefusal">Its document is too long.</exception>
    public GraphQLRequest Check(GraphQLRequest operation)
    {
        if (operation.Query!.Length > limits.MaximumDocumentCharacters)
            throw new HttpRefusal(StatusCodes.Status400BadRequest, "DOCUMENT_TOO_LONG", Over("The document has more characters", limits.MaximumDocumentCharacters, nameof(EngineLimits.MaximumDocumentCharacters)));
        return operation;
    }

    private GraphQLRequest FromQuery(IQueryCollection query)
    {
        if (query["query"] is not [{ Length: > 0 } document]) throw HttpRefusal.Malformed("The query parameter is missing.");
        return new GraphQLRequest
        {
            Query = document,
            OperationName = query["operationName"] is [{ Length: > 0 } name] ? name : null,
            Variables = Object(query, "variables"),
            Extensions = Object(query, "extensions"),
        };
    }

    private Inputs? Object(IQueryCollection query, string name)
    {
        if (query[name] is not [{ Length: > 0 } text]) return null;
        try
        {
            return serializer.Deserialize<Inputs>(text);
        }
        catch (JsonException)
        {
            throw HttpRefusal.Malformed($"'{name}' must be a JSON object.");
        }
    }

    private async Task<GraphQLRequest> FromBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypes.IsJsonBody(request))
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be application/json in UTF-8.");
        using var body = await BodyAsync(request, cancellation);
        GraphQLRequest? operation;
        try
        {
            operation = await serializer.ReadAsync<GraphQLRequest>(body, cancellation);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The serializer answers a query that is not text with InvalidOperationException.
            throw HttpRefusal.Malformed("The body is not a GraphQL request: an object with 'query', and optionally 'operationName', 'variables' and 'extensions'.");
        }
        return string.IsNullOrEmpty(operation?.Query) ? throw HttpRefusal.Malformed("The body has no 'query'.") : operation;
    }

    private async Task<MemoryStream> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        var chunk = new byte[8_192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            body.Write(chunk, 0, read);
            if (body.Length > limits.MaximumBodyBytes)
                throw new HttpRefusal(StatusCodes.Status413PayloadTooLarge, "BODY_TOO_LARGE", Over("The body has more bytes", limits.MaximumBodyBytes, nameof(EngineLimits.MaximumBodyBytes)));
        }
        body.Position = 0;
        return body;
    }

    private static string Over(string what, int limit, string setting) => Errors.OverLimit("", what, limit, setting).Message;
}
