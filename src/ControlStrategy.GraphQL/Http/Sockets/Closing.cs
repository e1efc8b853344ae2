using System.Net.WebSockets;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>Why a socket is closed.</summary>
/// <param name="Code">A code of the graphql-transport-ws protocol, or of RFC 6455.</param>
/// <param name="Reason">The protocol's words.</param>
internal readonly record struct Closing(int Code, string Reason)
{
    public static readonly Closing Normal = new((int)WebSocketCloseStatus.NormalClosure, "");
    public static readonly Closing GoingAway = new((int)WebSocketCloseStatus.EndpointUnavailable, "Going away");
    public static readonly Closing InternalError = new(4500, "Internal server error");
    public static readonly Closing Unauthorized = new(4401, "Unauthorized");
    public static readonly Closing SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly Closing InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly Closing TooManyInits = new(4429, "Too many initialisation requests");

    // RFC 6455: a close frame has at most 123 bytes of reason, and an id may be any text.
    private const int LongestId = 20;

    public static Closing TooLarge(int maximumBytes) =>
        new((int)WebSocketCloseStatus.MessageTooBig, FormattableString.Invariant($"More than {maximumBytes} bytes (setting Streams:MaximumMessageBytes)"));

    public static Closing Invalid(string what) => new(4400, $"Invalid message: {what}");

    public static Closing Duplicate(string id) => new(4409, $"Subscriber for {(id.Length > LongestId ? id[..LongestId] + "…" : id)} already exists");
}
