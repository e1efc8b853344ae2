using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

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
