namespace ControlStrategy.Api.Explorer;

/// <summary>The explorer's page, or a plain one that says why there is none.</summary>
/// <param name="file">Where the build puts the page.</param>
internal sealed class ExplorerPage(string file)
{
    /// <summary>The oldest Node.js that builds the pages.</summary>
    public const string NodeVersion = "20.19";

    /// <summary>Nothing from outside. The editor writes style elements and carries its fonts in its style sheet: hence the two exceptions.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string NotBuilt = $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>The query explorer was not built</title>
        <h1>The query explorer was not built</h1>
        <p>It needs Node.js {NodeVersion} or newer when the program is built. Install it, build again and start again.</p>
        <p>GraphQL answers here all the same: POST a query as JSON. The schema is at <a href="/graphql/schema.graphql">/graphql/schema.graphql</a>.</p>
        </html>
        """;

    /// <summary>Whether the build made the page.</summary>
    public bool IsBuilt { get; } = File.Exists(file);

    /// <summary>Answers with the page, or with status 404 and what is missing.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        // The same address answers JSON to those who ask for it.
        response.Headers.Vary = "Accept";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        // A query may stand in the address.
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (IsBuilt) return response.SendFileAsync(file, context.RequestAborted);
        response.StatusCode = StatusCodes.Status404NotFound;
        return response.WriteAsync(NotBuilt, context.RequestAborted);
    }
}
