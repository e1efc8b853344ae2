namespace ControlStrategy.GraphQL.Subscribing;

/// <summary>An event on its way to one subscriber: the root value of one execution of the subscription's document.</summary>
/// <param name="Record">What happened.</param>
internal sealed record SubscriptionEvent(object Record);

/// <summary>The application's services and the event that is being answered.</summary>
internal sealed class EventServices(IServiceProvider services, SubscriptionEvent answered) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(SubscriptionEvent) ? answered : services.GetService(serviceType);
}

/// <summary>Asks for a subscription's events instead of answering one: the root value of its first execution.</summary>
/// <param name="Ended">Cancelled when the subscription is over.</param>
internal sealed record Subscriber(CancellationToken Ended);
