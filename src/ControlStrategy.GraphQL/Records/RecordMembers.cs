using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Records;

/// <summary>One property of a record as the schema shows it.</summary>
internal sealed class RecordMember(PropertyInfo property)
{
    public string Name { get; } = Names.Camel(property.Name);

    public PropertyInfo Property => property;

    /// <summary>Type of the value, or of the entries of a list, without <see cref="Nullable{T}"/>.</summary>
    public Type NamedType { get; } = RecordMembers.NamedType(property.PropertyType);

    public Func<object, object?> Read { get; } = Compile(property);

    private static Func<object, object?> Compile(PropertyInfo property)
    {
        var record = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(record, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), record).Compile();
    }
}

/// <summary>Reads records by reflection, once per type.</summary>
internal static class RecordMembers
{
    public static IEnumerable<RecordMember> Of(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
        .Select(property => new RecordMember(property));

    public static Type NamedType(Type type) => ElementOf(type) is { } element ? NamedType(element) : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The element's type of a list, or null.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return type.IsArray ? type.GetElementType() : type.GetGenericArguments().SingleOrDefault();
    }
}
