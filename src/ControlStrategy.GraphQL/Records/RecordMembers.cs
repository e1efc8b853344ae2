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

    /// <summary>Whether the value, or an entry of a list, is a <see cref="Nullable{T}"/>.</summary>
    public bool IsNullable { get; } = Nullable.GetUnderlyingType(RecordMembers.EntryOf(property.PropertyType)) is not null;

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

    public static Type NamedType(Type type) => Nullable.GetUnderlyingType(EntryOf(type)) ?? EntryOf(type);

    /// <summary>The type itself, or that of the entries of a list, of lists inside it too.</summary>
    public static Type EntryOf(Type type) => ElementOf(type) is { } element ? EntryOf(element) : type;

    /// <summary>The element's type of a list, or null.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return type.IsArray ? type.GetElementType() : type.GetGenericArguments().SingleOrDefault();
    }
}
