using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>What a field of the schema is to the engine, carried by the field itself.</summary>
internal static class FieldMetadata
{
    public const string Key = "engine";

    /// <summary>Where a subscription field's events come from.</summary>
    public const string SubscriptionKey = "subscription";

    public static T? Find<T>(FieldType field) where T : class =>
        field.Metadata.TryGetValue(Key, out var value) ? value as T : null;
}
