using System.Globalization;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>From values as GraphQL parses them to values as the model holds them.</summary>
internal static class Values
{
    public static object Convert(object value, Type type) =>
        type.IsInstanceOfType(value) ? value
        : type.IsEnum ? Enum.ToObject(type, value)
        : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
}
