namespace ControlStrategy.GraphQL.Records;

/// <summary>A hand-written root field: documented records for its arguments and its answer, and the function between them.</summary>
public sealed class RecordFieldDefinition
{
    private RecordFieldDefinition() { }

    internal string Name { get; init; } = null!;

    internal string Description { get; init; } = null!;

    internal Type ArgumentsType { get; init; } = null!;

    internal Type ResultType { get; init; } = null!;

    internal Func<object, SelectedMembers, IServiceProvider, CancellationToken, Task<object?>> Resolve { get; init; } = null!;

    /// <summary>Defines a field.</summary>
    /// <typeparam name="TArguments">A record whose settable properties are the arguments; their summaries are the descriptions.</typeparam>
    /// <typeparam name="TResult">A record whose properties are the fields; an <see cref="EntityKey{TEntity}"/> is answered as that entity.</typeparam>
    /// <param name="name">The field's name in camel case.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="resolve">Computes the answer; throws <see cref="RequestException"/> for what the caller got wrong.</param>
    public static RecordFieldDefinition Create<TArguments, TResult>(
        string name, string description, Func<TArguments, IServiceProvider, CancellationToken, Task<TResult?>> resolve)
        where TArguments : class
        where TResult : class =>
        Create<TArguments, TResult>(name, description, (arguments, _, services, cancellation) => resolve(arguments, services, cancellation));

    /// <summary>Defines a field that computes only what was asked for.</summary>
    /// <typeparam name="TArguments">A record whose settable properties are the arguments; their summaries are the descriptions.</typeparam>
    /// <typeparam name="TResult">A record whose properties are the fields; an <see cref="EntityKey{TEntity}"/> is answered as that entity.</typeparam>
    /// <param name="name">The field's name in camel case.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="resolve">Computes the selected members; throws <see cref="RequestException"/> for what the caller got wrong.</param>
    public static RecordFieldDefinition Create<TArguments, TResult>(
        string name, string description, Func<TArguments, SelectedMembers, IServiceProvider, CancellationToken, Task<TResult?>> resolve)
        where TArguments : class
        where TResult : class => new()
        {
            Name = name,
            Description = description,
            ArgumentsType = typeof(TArguments),
            ResultType = typeof(TResult),
            Resolve = async (arguments, selected, services, cancellation) => await resolve((TArguments)arguments, selected, services, cancellation),
        };
}
