using ControlStrategy.GraphQL.Tests.Oracle;
using Given = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>Whether a group meets <c>having</c>.</summary>
internal static class GroupConditions
{
    public static bool Meets(BookGroup group, Given? having) => having is null || having.All(part => Holds(group, having, part.Key, part.Value));

    private static bool Holds(BookGroup group, Given having, string name, object? given)
    {
        if (name == "where" || given is null) return true;
        if (name is "and" or "or")
        {
            var parts = Inputs.AsList(given).Cast<Given>().ToList();
            return parts.Count == 0 || (name == "and" ? parts.All(part => Meets(group, part)) : parts.Any(part => Meets(group, part)));
        }
        var members = (Given)given;
        if (name == "count") return Compares(BookNumbers.Value(group.Books, name, "", having), members);
        if (name is "percent" or "rate") return Compares(BookNumbers.Value(group.Books, name, "", Merged(members, having)), (Given)members["value"]!);
        return members.All(member => member.Value is null || Compares(BookNumbers.Value(group.Books, name, member.Key, having), (Given)member.Value));
    }

    /// <summary>A percentage's or rate's own arguments and the filter beside it.</summary>
    public static Given Merged(Given ratio, Given beside) =>
        ratio.Where(member => member.Key is not ("value" or "direction")).Append(KeyValuePair.Create("where", beside.GetValueOrDefault("where"))).ToDictionary();

    private static bool Compares(object? cell, Given operations) =>
        operations.All(operation => Operators.Holds(operation.Key, cell, operation.Value, cell?.GetType() ?? (operation.Value is string ? typeof(string) : typeof(double))));
}

/// <summary>Groups in the order that was asked for; what is missing comes first, totals behind what they are the total of.</summary>
internal sealed class GroupOrders(object? order) : IComparer<BookGroup>
{
    private readonly IReadOnlyList<Given> _keys = [.. (order is null ? [] : Inputs.AsList(order)).Cast<Given>()];

    public int Compare(BookGroup? left, BookGroup? right)
    {
        foreach (var key in _keys)
        {
            var (leftValue, rightValue, isDescending) = Values(left!, right!, key);
            var compared = Compare(leftValue, rightValue);
            if (compared != 0) return isDescending ? -compared : compared;
        }
        foreach (var (index, dimension) in left!.By.Index())
        {
            var compared = (left.Level <= index).CompareTo(right!.Level <= index);
            if (compared == 0) compared = Compare(IdOf(left.Key(dimension)), IdOf(right.Key(dimension)));
            if (compared != 0) return compared;
        }
        return 0;
    }

    private static (object? Left, object? Right, bool IsDescending) Values(BookGroup left, BookGroup right, Given key)
    {
        var (name, given) = key.Single(member => member.Key != "where");
        if (name == "count") return Numbers(left, right, name, "", key, given);
        if (name is "percent" or "rate") return Numbers(left, right, name, "", GroupConditions.Merged((Given)given!, key), ((Given)given!)["direction"]);
        var (member, direction) = ((Given)given!).Single();
        if (name != "keys") return Numbers(left, right, name, member, key, direction);
        if (direction is not Given column) return (left.Key(member), right.Key(member), (string)direction! == "DESC");
        return (Column(left.Key(member), column.Single().Key), Column(right.Key(member), column.Single().Key), (string)column.Single().Value! == "DESC");
    }

    private static (object?, object?, bool) Numbers(BookGroup left, BookGroup right, string function, string member, Given arguments, object? direction) =>
        (BookNumbers.Value(left.Books, function, member, arguments), BookNumbers.Value(right.Books, function, member, arguments), (string)direction! == "DESC");

    private static object? Column(object? entity, string column) => entity is null ? null : LibraryRows.Read(entity, column);

    private static object? IdOf(object? key) => key is Library.Author or Library.Shelf ? LibraryRows.Read(key, "id") : key;

    private static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Scalars.Compare(left, right),
    };
}
