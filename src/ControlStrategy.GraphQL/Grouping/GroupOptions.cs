using System.Linq.Expressions;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>What the application says of grouping one entity: by what, what adds up, and what must not be mixed in a sum.</summary>
/// <typeparam name="TEntity">An entity with a root field of its own; its groups get one beside it.</typeparam>
public sealed class GroupOptions<TEntity> where TEntity : class
{
    internal GroupDefinition Definition { get; } = new(typeof(TEntity));

    /// <summary>A dimension that is a column, or an entity reached over to-one relations; named after the member.</summary>
    /// <param name="member">Such as <c>row => row.Measure.Outcome</c>.</param>
    public GroupOptions<TEntity> By(Expression<Func<TEntity, object?>> member) => By(null, null, member);

    /// <summary>A dimension that is a column, or an entity reached over to-one relations, under a name of its own.</summary>
    /// <param name="name">The name in camel case; null takes the member's.</param>
    /// <param name="description">What it is; null takes the member's summary.</param>
    /// <param name="member">Such as <c>row => row.Area.Level</c>.</param>
    public GroupOptions<TEntity> By(string? name, string? description, Expression<Func<TEntity, object?>> member)
    {
        Definition.Dimensions.Add(new DimensionDefinition(name, description, member, null, null));
        return this;
    }

    /// <summary>A dimension computed from the row, ordered as a number and shown as a text, such as a month.</summary>
    /// <param name="name">The name in camel case.</param>
    /// <param name="description">What it is, with its form.</param>
    /// <param name="key">The number; null where the row has none.</param>
    /// <param name="write">The number's text.</param>
    public GroupOptions<TEntity> By(string name, string description, Expression<Func<TEntity, int?>> key, Func<int, string> write)
    {
        Definition.Dimensions.Add(new DimensionDefinition(name, description, key, null, write));
        return this;
    }

    /// <summary>A dimension that is an entity whose key is computed from the row, such as the area that a row's area is part of.</summary>
    /// <typeparam name="TTarget">The entity.</typeparam>
    /// <param name="name">The name in camel case.</param>
    /// <param name="description">What it is.</param>
    /// <param name="key">The entity's key; null where the row has none.</param>
    public GroupOptions<TEntity> ByEntity<TTarget>(string name, string description, Expression<Func<TEntity, int?>> key) where TTarget : class
    {
        Definition.Dimensions.Add(new DimensionDefinition(name, description, key, typeof(TTarget), null));
        return this;
    }

    /// <summary>A column of numbers that add up: it has sums, means, the smallest and the largest, and is part of rates and percentages.</summary>
    /// <param name="column">The column.</param>
    public GroupOptions<TEntity> Amount(Expression<Func<TEntity, object?>> column)
    {
        Definition.Amounts.Add(new AmountDefinition(column, null, null));
        return this;
    }

    /// <summary>A column of numbers that add up in some rows only; where they do not, adding up several is refused.</summary>
    /// <param name="column">The column.</param>
    /// <param name="addsUp">Whether a row's number adds up with others.</param>
    /// <param name="otherwise">What to do instead, as a sentence.</param>
    public GroupOptions<TEntity> Amount(Expression<Func<TEntity, object?>> column, Expression<Func<TEntity, bool>> addsUp, string otherwise)
    {
        Definition.Amounts.Add(new AmountDefinition(column, addsUp, otherwise));
        return this;
    }

    /// <summary>A column that has a smallest and a largest value, but does not add up.</summary>
    /// <param name="column">The column: numbers, days or moments.</param>
    public GroupOptions<TEntity> Range(Expression<Func<TEntity, object?>> column)
    {
        Definition.Ranges.Add(column);
        return this;
    }

    /// <summary>What must be the same in all rows that are added up or averaged together; else the field is refused.</summary>
    /// <param name="what">What it is called in the refusal.</param>
    /// <param name="value">The value, such as <c>row => row.Area.Level</c>.</param>
    public GroupOptions<TEntity> Alike(string what, Expression<Func<TEntity, object?>> value)
    {
        Definition.Singles.Add(new SingleDefinition(what, value));
        return this;
    }
}

/// <summary>What was said of grouping an entity.</summary>
internal sealed record GroupDefinition(Type Entity)
{
    public List<DimensionDefinition> Dimensions { get; } = [];

    public List<AmountDefinition> Amounts { get; } = [];

    public List<LambdaExpression> Ranges { get; } = [];

    public List<SingleDefinition> Singles { get; } = [];
}

/// <summary>A dimension as it was given.</summary>
internal sealed record DimensionDefinition(string? Name, string? Description, LambdaExpression Key, Type? Target, Func<int, string>? Write);

/// <summary>A column that adds up, as it was given.</summary>
internal sealed record AmountDefinition(LambdaExpression Column, LambdaExpression? AddsUp, string? Otherwise);

/// <summary>What must not be mixed, as it was given.</summary>
internal sealed record SingleDefinition(string What, LambdaExpression Value);
