using System.Text.Json;
using GraphQL.Transport;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>A message of the client.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Id">The operation it speaks of; empty where it speaks of none.</param>
/// <param name="Request">What is asked, in <c>subscribe</c>.</param>
internal sealed record ClientMessage(string Type, string Id, GraphQLRequest? Request)
{
    /// <exception cref="InvalidMessage">It is none of the protocol's.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            throw new InvalidMessage("not JSON");
        }
    }

    private static ClientMessage Read(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object) throw new InvalidMessage("not an object");
        var type = Text(message, "type") ?? throw new InvalidMessage("no type");
        var hasPayload = message.TryGetProperty("payload", out var payload);
        switch (type)
        {
            case "connection_init" or "ping" or "pong":
                if (hasPayload && payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) throw new InvalidMessage("payload is not an object");
                return new ClientMessage(type, "", null);
            case "subscribe":
                return new ClientMessage(type, IdOf(message), hasPayload ? RequestOf(payload) : throw new InvalidMessage("no payload"));
            case "complete":
                return new ClientMessage(type, IdOf(message), null);
            default:
                throw new InvalidMessage("unknown type");
        }
    }

    private static string IdOf(JsonElement message) => Text(message, "id") is { Length: > 0 } id ? id : throw new InvalidMessage("no id");

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static GraphQLRequest RequestOf(JsonElement payload)
    {
        try
        {
            return GraphQLEngine.Serializer.ReadNode<GraphQLRequest>(payload) is { Query.Length: > 0 } request ? request : throw new InvalidMessage("no query");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The serializer answers a query that is not text with InvalidOperationException.
            throw new InvalidMessage("payload is not a GraphQL request");
        }
    }
}

/// <summary>A message that is none of the protocol's.</summary>
/// <param name="what">What is wrong with it; never a part of it.</param>
internal sealed class InvalidMessage(string what) : Exception(what);
