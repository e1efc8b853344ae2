using System.Globalization;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>A request that never becomes an operation.</summary>
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? Allow { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public static HttpRefusal Malformed(string message) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    /// <summary>Answers with the refusal as JSON.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Json + "; charset=utf-8";
        if (Allow is not null) response.Headers.Allow = Allow;
        if (RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await GraphQLEngine.Serializer.WriteAsync(response.Body, new ExecutionResult(new ExecutionError(Message) { Code = code }), context.RequestAborted);
    }
}
