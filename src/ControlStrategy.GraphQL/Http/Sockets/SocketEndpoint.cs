using ControlStrategy.GraphQL.Subscribing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>Accepts WebSockets of the graphql-transport-ws protocol.</summary>
internal sealed class SocketEndpoint(GraphQLEngine engine, RequestReader reader, OpenConnections connections, EngineOptions options, IHostApplicationLifetime lifetime)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (!IsOriginAllowed(context.Request))
                throw new HttpRefusal(StatusCodes.Status403Forbidden, "ORIGIN_NOT_ALLOWED", $"Pages of another origin open no WebSocket here (setting Streams:{nameof(StreamLimits.AllowedOrigins)}).");
            using var place = connections.Open();
            await ConnectAsync(context);
        }
        catch (HttpRefusal refusal)
        {
            await refusal.WriteAsync(context);
        }
    }

    /// <summary>
    /// A browser lets any page open a WebSocket anywhere and sends along what it knows of the user, so the server has to look at the page's
    /// origin. Scheme and host before a proxy are not known here: the host and port that the browser asked for decide.
    /// </summary>
    private bool IsOriginAllowed(HttpRequest request)
    {
        if (request.Headers.Origin is not [{ Length: > 0 } origin]) return request.Headers.Origin.Count == 0;
        if (options.Streams.AllowedOrigins.Contains(origin.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && Uri.TryCreate($"{page.Scheme}://{request.Host.Value}", UriKind.Absolute, out var server)
            && page.Authority.Equals(server.Authority, StringComparison.OrdinalIgnoreCase);
    }

    private async Task ConnectAsync(HttpContext context)
    {
        var isKnown = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal);
        var silence = TimeSpan.FromSeconds(options.Streams.KeepAliveSeconds);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isKnown ? Subprotocol : null,
            KeepAliveInterval = silence,
            KeepAliveTimeout = silence,
        });
        var parts = new SocketParts(socket, context, engine, reader, options.Streams, options.Clock, lifetime.ApplicationStopping);
        using var connection = new SocketConnection(parts);
        await connection.RunAsync(refusal: isKnown ? null : Closing.SubprotocolNotAcceptable);
    }
}
