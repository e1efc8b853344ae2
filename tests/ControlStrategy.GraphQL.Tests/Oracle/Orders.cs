namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>The total order of a list.</summary>
internal sealed class Orders(object? order) : IComparer<object>
{
    private readonly IReadOnlyList<object?> _keys = order is null ? [] : Inputs.AsList(order);

    public int Compare(object? left, object? right)
    {
        foreach (var key in _keys.Cast<IReadOnlyDictionary<string, object?>>())
        {
            var (leftCell, rightCell, isDescending) = Cells(left, right, key);
            var compared = CompareCells(leftCell, rightCell);
            if (compared != 0) return isDescending ? -compared : compared;
        }
        return CompareCells(LibraryRows.Read(left!, "id"), LibraryRows.Read(right!, "id"));
    }

    private static (object? Left, object? Right, bool IsDescending) Cells(object? left, object? right, IReadOnlyDictionary<string, object?> key)
    {
        var (member, next) = key.Single();
        left = left is null ? null : LibraryRows.Read(left, member);
        right = right is null ? null : LibraryRows.Read(right, member);
        if (next is IReadOnlyDictionary<string, object?> number && number.Keys.FirstOrDefault(name => name is "count" or "sum" or "min" or "max") is { } function)
            return Numbers(left as List<object> ?? [], right as List<object> ?? [], function, number);
        return next is string direction ? (left, right, direction == "DESC") : Cells(left, right, (IReadOnlyDictionary<string, object?>)next!);
    }

    private static (object? Left, object? Right, bool IsDescending) Numbers(List<object> left, List<object> right, string function, IReadOnlyDictionary<string, object?> given)
    {
        var (column, direction) = given[function] is IReadOnlyDictionary<string, object?> columns ? columns.Single() : KeyValuePair.Create("", given[function]);
        return (Children.Number(left, function, column, given), Children.Number(right, function, column, given), (string)direction! == "DESC");
    }

    /// <summary>What is missing comes first, as SQLite has it.</summary>
    private static int CompareCells(object? left, object? right)
    {
        if (left is null || right is null) return left is null ? (right is null ? 0 : -1) : 1;
        return Scalars.Compare(left, right);
    }
}
