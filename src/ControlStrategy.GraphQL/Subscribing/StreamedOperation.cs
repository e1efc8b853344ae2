using GraphQL.Transport;

namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>An operation whose answers are sent one after the other.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Services">Services of hand-written fields.</param>
/// <param name="IsGet">Whether it came by GET, which changes nothing.</param>
internal sealed record StreamedOperation(GraphQLRequest Request, IServiceProvider Services, bool IsGet);
