using System.Net.WebSockets;
using ControlStrategy.GraphQL.Subscribing;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>What a socket's connection works with.</summary>
/// <param name="Socket">The socket.</param>
/// <param name="Request">The request it came from.</param>
/// <param name="Engine">Answers its operations.</param>
/// <param name="Reader">Checks them.</param>
/// <param name="Limits">What it may take.</param>
/// <param name="Clock">Measures its times.</param>
/// <param name="Stopping">Cancelled when the server is told to stop.</param>
internal sealed record SocketParts(WebSocket Socket, HttpContext Request, GraphQLEngine Engine, RequestReader Reader, StreamLimits Limits, TimeProvider Clock, CancellationToken Stopping);
