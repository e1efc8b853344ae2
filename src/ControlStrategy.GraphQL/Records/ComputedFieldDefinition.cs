namespace ControlStrategy.GraphQL.Records;

/// <summary>A hand-written field of a generated type, computed for all parents of an answer in one call.</summary>
public sealed class ComputedFieldDefinition
{
    private ComputedFieldDefinition() { }

    internal string Name { get; init; } = null!;

    internal string Description { get; init; } = null!;

    internal Type ArgumentsType { get; init; } = null!;

    internal Type ResultType { get; init; } = null!;

    internal Func<IReadOnlyCollection<object>, object, IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<object, object?>>> Compute { get; init; } = null!;

    /// <summary>Defines a field.</summary>
    /// <typeparam name="TKey">Type of the parents' primary key.</typeparam>
    /// <typeparam name="TArguments">A record whose settable properties are the arguments.</typeparam>
    /// <typeparam name="TResult">A record or a scalar; the field is nullable.</typeparam>
    /// <param name="name">The field's name in camel case.</param>
    /// <param name="description">What it answers.</param>
    /// <param name="compute">From the keys of all parents to their answers; a parent without an answer gets null.</param>
    public static ComputedFieldDefinition Create<TKey, TArguments, TResult>(
        string name,
        string description,
        Func<IReadOnlyCollection<TKey>, TArguments, IServiceProvider, CancellationToken, Task<IReadOnlyDictionary<TKey, TResult>>> compute)
        where TKey : notnull
        where TArguments : class => new()
        {
            Name = name,
            Description = description,
            ArgumentsType = typeof(TArguments),
            ResultType = typeof(TResult),
            Compute = async (keys, arguments, services, cancellation) =>
            {
                var answers = await compute([.. keys.Cast<TKey>()], (TArguments)arguments, services, cancellation);
                return answers.ToDictionary(answer => (object)answer.Key, answer => (object?)answer.Value);
            },
        };
}
