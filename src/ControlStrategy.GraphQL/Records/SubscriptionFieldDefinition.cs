using ControlStrategy.GraphQL.Subscribing;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.GraphQL.Records;

/// <summary>A hand-written subscription field: documented records for its arguments and its events, and where the events come from.</summary>
public sealed class SubscriptionFieldDefinition
{
    private SubscriptionFieldDefinition() { }

    /// <summary>One event is answered like a hand-written root field whose record is known already.</summary>
    internal RecordFieldDefinition Field { get; init; } = null!;

    internal Func<object, IServiceProvider, CancellationToken, Task<IAsyncEnumerable<object>>> Listen { get; init; } = null!;

    /// <summary>Defines a field.</summary>
    /// <typeparam name="TArguments">A record whose settable properties are the arguments; their summaries are the descriptions.</typeparam>
    /// <typeparam name="TEvent">A record whose properties are the fields; an <see cref="EntityKey{TEntity}"/> is answered as that entity.</typeparam>
    /// <param name="name">The field's name in camel case.</param>
    /// <param name="description">What it tells, and when.</param>
    /// <param name="listen">
    /// Begins to listen for one subscriber: every event from its return on is in the source, which ends when it is disposed. It, and the
    /// source, throw <see cref="RequestException"/> for what the subscriber got wrong. Of one source the engine asks one event after the other.
    /// </param>
    public static SubscriptionFieldDefinition Create<TArguments, TEvent>(
        string name, string description, Func<TArguments, IServiceProvider, CancellationToken, Task<IAsyncEnumerable<TEvent>>> listen)
        where TArguments : class
        where TEvent : class => new()
        {
            Field = RecordFieldDefinition.Create<TArguments, TEvent>(name, description, (_, services, _) => Task.FromResult((TEvent?)services.GetRequiredService<SubscriptionEvent>().Record)),
            Listen = async (arguments, services, cancellation) => await listen((TArguments)arguments, services, cancellation),
        };
}
