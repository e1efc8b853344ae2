using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>A request that never becomes an operation.</summary>
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? Allow { get; init; }

    public static HttpRefusal Malformed(string message) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);
}
