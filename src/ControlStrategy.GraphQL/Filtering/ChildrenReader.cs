using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>Reads what is asked of numbers computed from lists, in filters and in orders.</summary>
internal sealed class ChildrenReader(RequestShape shape, FilterReader filters)
{
    /// <summary>Functions of columns.</summary>
    public static readonly string[] Functions = ["sum", "min", "max"];

    /// <summary>The comparisons of <c>count</c> or of the columns of a function.</summary>
    public IEnumerable<ChildrenMeet> Read(CollectionField field, string function, IDictionary<string, object?> given, int depth)
    {
        var where = Where(field, given, depth);
        if (function == "count") return [Meet(new ChildrenNumber(field, function, null, where), given.Where(member => member.Key != "where").ToDictionary(), depth)];
        return [.. given.Where(member => member.Key != "where" && member.Value is not null).Select(member =>
        {
            shape.Append(member.Key);
            return Meet(new ChildrenNumber(field, function, Column(field, member.Key), where), (IDictionary<string, object?>)member.Value!, depth);
        })];
    }

    /// <summary>The number to sort by, and in which direction.</summary>
    /// <exception cref="RequestException">None or several are named.</exception>
    public (ChildrenNumber Number, object Direction) ReadKey(CollectionField field, IDictionary<string, object?> given)
    {
        shape.Append('(');
        var where = Where(field, given, 1);
        var members = given.Where(member => member.Key != "where").ToList();
        if (members is not [{ Value: { } value } function]) throw Errors.SortKey();
        shape.Append(function.Key).Append(':');
        if (function.Key == "count") return (new ChildrenNumber(field, function.Key, null, where), value);
        if (value is not IDictionary<string, object?> { Count: 1 } columns || columns.Single() is not { Value: { } direction } column) throw Errors.SortKey();
        shape.Append(column.Key).Append(')');
        return (new ChildrenNumber(field, function.Key, Column(field, column.Key), where), direction);
    }

    private Filter? Where(CollectionField field, IDictionary<string, object?> given, int depth) =>
        Filter.Both(filters.Current(field), given.TryGetValue("where", out var where) ? filters.Read(field.Target, where, depth + 1) : null);

    private ScalarField Column(CollectionField field, string name)
    {
        filters.Guard.Require(field.Target, field.Target[name]);
        return (ScalarField)field.Target[name];
    }

    private ChildrenMeet Meet(ChildrenNumber number, IDictionary<string, object?> comparisons, int depth) =>
        new(number, filters.Comparisons.Read(number, comparisons, depth + 1));
}
