using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ControlStrategy.GraphQL.Http;

/// <summary>A request that never becomes an operation.</summary>
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>The status for a client that accepts <c>application/json</c>, where that differs.</summary>
    public int? StatusOfJson { get; init; }

    public string Code => code;

    /// <summary>A header that says more.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <summary>Whether the connection must end, because what the client still sends is not read.</summary>
    public bool IsLast { get; init; }

    public static HttpRefusal Malformed(string message) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    public static HttpRefusal OverLimit(int status, string code, string what, int limit, string setting) => new(status, code, Errors.OverLimit(code, what, limit, setting).Message);

    public static HttpRefusal TooManyRequests(TimeSpan retryAfter, string message) => new(StatusCodes.Status429TooManyRequests, "TOO_MANY_REQUESTS", message)
    {
        Header = (HeaderNames.RetryAfter, Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
    };
}
