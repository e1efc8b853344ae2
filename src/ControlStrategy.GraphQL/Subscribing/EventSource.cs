namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>What a subscription's first execution gives: its events, already being listened for.</summary>
/// <param name="Events">The events.</param>
internal sealed record EventSource(IAsyncEnumerable<object> Events);
