using System.Globalization;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>One page of a list.</summary>
internal sealed record Page(IReadOnlyList<object> Rows, int TotalCount, bool HasNext, bool HasPrevious);

/// <summary>Lists filtered, ordered and cut, as the arguments say.</summary>
internal static class Pages
{
    private const int DefaultRows = 50;

    public static IReadOnlyList<object> Whole(IEnumerable<object> rows, IReadOnlyDictionary<string, object?> arguments)
    {
        var where = arguments.GetValueOrDefault("where") as IReadOnlyDictionary<string, object?>;
        return [.. rows.Where(row => Filters.Meets(row, where)).Order(new Orders(arguments.GetValueOrDefault("order")))];
    }

    /// <summary>The rules of the Relay cursor specification.</summary>
    public static Page Of(IEnumerable<object> rows, IReadOnlyDictionary<string, object?> arguments, Func<string, object> rowOfCursor)
    {
        var whole = Whole(rows, arguments);
        var order = new Orders(arguments.GetValueOrDefault("order"));
        var after = arguments.GetValueOrDefault("after") as string;
        var before = arguments.GetValueOrDefault("before") as string;
        var between = whole
            .Where(row => after is null || order.Compare(row, rowOfCursor(after)) > 0)
            .Where(row => before is null || order.Compare(row, rowOfCursor(before)) < 0)
            .ToList();
        if (Size(arguments, "last") is { } last)
            return new Page([.. between.TakeLast(last)], whole.Count, HasNext: before is not null, HasPrevious: between.Count > last);
        var first = Size(arguments, "first") ?? DefaultRows;
        return new Page([.. between.Take(first)], whole.Count, HasNext: between.Count > first, HasPrevious: after is not null);
    }

    private static int? Size(IReadOnlyDictionary<string, object?> arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } size ? Convert.ToInt32(size, CultureInfo.InvariantCulture) : null;
}
