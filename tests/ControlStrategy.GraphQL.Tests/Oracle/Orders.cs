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
        return next is string direction ? (left, right, direction == "DESC") : Cells(left, right, (IReadOnlyDictionary<string, object?>)next!);
    }

    /// <summary>What is missing comes first, as SQLite has it.</summary>
    private static int CompareCells(object? left, object? right)
    {
        if (left is null || right is null) return left is null ? (right is null ? 0 : -1) : 1;
        return Scalars.Compare(left, right);
    }
}
