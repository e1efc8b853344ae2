namespace ControlStrategy.GraphQL.Records;

/// <summary>Stands for an entity in a hand-written record: the engine fetches what the caller selects of all such entities in one statement.</summary>
/// <typeparam name="TEntity">An entity of the EF model.</typeparam>
/// <param name="Value">Its primary key.</param>
public readonly record struct EntityKey<TEntity>(object Value) : IEntityKey where TEntity : class;

/// <summary>The untyped view of an entity's key.</summary>
internal interface IEntityKey
{
    object Value { get; }
}

/// <summary>Tells keys of entities from other values.</summary>
internal static class EntityKeys
{
    public static Type? EntityOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EntityKey<>) ? type.GetGenericArguments()[0] : null;
}
