using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>What a field of the schema is to the engine, carried by the field itself.</summary>
internal static class FieldMetadata
{
    public const string Key = "engine";

    public static T? Find<T>(FieldType field) where T : class =>
        field.Metadata.TryGetValue(Key, out var value) ? value as T : null;
}

/// <summary>Sorting up or down.</summary>
internal static class SortDirections
{
    public const string TypeName = "SortEnumType";

    public static EnumerationGraphType Create()
    {
        var type = new EnumerationGraphType { Name = TypeName, Description = "The direction of a sort key." };
        type.Add(new EnumValueDefinition("ASC", false) { Description = "Smallest first." });
        type.Add(new EnumValueDefinition("DESC", true) { Description = "Largest first." });
        return type;
    }
}
