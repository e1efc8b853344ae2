using ControlStrategy.GraphQL.Http;
using GraphQL.Transport;

namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>An operation whose answers are sent one after the other.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Turns">When it may run.</param>
/// <param name="Services">Services of hand-written fields.</param>
/// <param name="IsGet">Whether it came by GET, which changes nothing.</param>
internal sealed record StreamedOperation(GraphQLRequest Request, ExecutionTurns Turns, IServiceProvider Services, bool IsGet);
