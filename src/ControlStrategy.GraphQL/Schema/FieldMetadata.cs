using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>What a field of the schema is to the engine, carried by the field itself.</summary>
internal static class FieldMetadata
{
    public const string Key = "engine";

    public static T? Find<T>(FieldType field) where T : class =>
        field.Metadata.TryGetValue(Key, out var value) ? value as T : null;
}
