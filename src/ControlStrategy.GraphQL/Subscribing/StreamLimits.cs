namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>What WebSockets and event streams may take. Each value is a setting; what is over a limit is refused with an error or a close code.</summary>
public sealed record StreamLimits
{
    /// <summary>WebSockets and event streams open at once.</summary>
    public int MaximumConnections { get; init; } = 1_000;

    /// <summary>Operations at once on one WebSocket.</summary>
    public int MaximumOperationsPerConnection { get; init; } = 20;

    /// <summary>Bytes of a message sent to the server over a WebSocket.</summary>
    public int MaximumMessageBytes { get; init; } = 256 * 1024;

    /// <summary>Seconds a WebSocket may stay without its <c>connection_init</c>.</summary>
    public int MaximumInitSeconds { get; init; } = 10;

    /// <summary>Seconds between signs of life on a connection that is silent; a WebSocket that does not answer as long is closed.</summary>
    public int KeepAliveSeconds { get; init; } = 15;

    /// <summary>Seconds one message may take to be sent to a client that reads slowly; then the connection is broken off.</summary>
    public int MaximumSendSeconds { get; init; } = 30;

    /// <summary>Events that may wait for one subscriber; with more, the subscription ends.</summary>
    public int MaximumWaitingEvents { get; init; } = 100;

    /// <summary>Origins besides the server's own whose pages may open WebSockets, such as <c>https://dashboards.example.org</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
