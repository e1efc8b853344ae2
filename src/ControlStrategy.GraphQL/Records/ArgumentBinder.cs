using System.Collections;
using ControlStrategy.GraphQL.Schema;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Records;

/// <summary>Fills a record of arguments from what the caller gave.</summary>
internal static class ArgumentBinder
{
    public static object Bind(Type type, IDictionary<string, ArgumentValue>? given)
    {
        var arguments = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (given is not null && given.TryGetValue(Names.Camel(property.Name), out var argument) && argument.Value is { } value)
                property.SetValue(arguments, Convert(value, property.PropertyType));
        }
        return arguments;
    }

    private static object Convert(object value, Type type)
    {
        if (value is IDictionary<string, object?> members) return Input(type, members);
        if (RecordMembers.ElementOf(type) is not { } element || value is not IEnumerable values) return value;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in values)
            list.Add(item is null ? null : Convert(item, element));
        return list;
    }

    private static object Input(Type type, IDictionary<string, object?> members)
    {
        var input = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (members.TryGetValue(Names.Camel(property.Name), out var value) && value is not null)
                property.SetValue(input, Convert(value, property.PropertyType));
        }
        return input;
    }
}
