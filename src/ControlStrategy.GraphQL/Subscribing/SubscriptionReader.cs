using GraphQL;
using GraphQL.Resolvers;

namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>Stands where GraphQL.NET expects a reader of events; <see cref="SubscriptionStrategy"/> reads them instead.</summary>
internal sealed class SubscriptionReader : ISourceStreamResolver
{
    public static readonly SubscriptionReader Instance = new();

    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => throw new NotSupportedException();
}
