using System.Globalization;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="TotalCount">How many rows there are on all pages.</param>
/// <param name="HasNext">Whether rows follow.</param>
/// <param name="HasPrevious">Whether rows precede.</param>
/// <param name="RowsBefore">How many rows of the whole list precede the page.</param>
/// <param name="Size">How many rows it may have.</param>
/// <param name="IsFromCursor">Whether paging started from a cursor.</param>
internal sealed record Page(IReadOnlyList<object> Rows, int TotalCount, bool HasNext, bool HasPrevious, int RowsBefore, int Size, bool IsFromCursor);

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
    public static Page Of(IEnumerable<object> rows, IReadOnlyDictionary<string, object?> arguments, Cursors cursors)
    {
        var whole = Whole(rows, arguments);
        var order = new Orders(arguments.GetValueOrDefault("order"));
        var after = arguments.GetValueOrDefault("after") as string;
        var before = arguments.GetValueOrDefault("before") as string;
        var between = whole
            .Where(row => after is null || order.Compare(row, cursors.RowOf(after)) > 0)
            .Where(row => before is null || order.Compare(row, cursors.RowOf(before)) < 0)
            .ToList();
        if (Size(arguments, "last") is { } last)
        {
            between = [.. between.SkipLast(cursors.PagesSkippedBy(before) * last)];
            var preceding = whole.Count(row => before is null || order.Compare(row, cursors.RowOf(before)) < 0) - (cursors.PagesSkippedBy(before) * last);
            return new Page([.. between.TakeLast(last)], whole.Count, HasNext: before is not null, HasPrevious: between.Count > last, preceding - Math.Min(last, between.Count), last, before is not null);
        }
        var first = Size(arguments, "first") ?? DefaultRows;
        between = [.. between.Skip(cursors.PagesSkippedBy(after) * first)];
        var passed = whole.Count(row => after is not null && order.Compare(row, cursors.RowOf(after)) <= 0) + (cursors.PagesSkippedBy(after) * first);
        return new Page([.. between.Take(first)], whole.Count, HasNext: between.Count > first, HasPrevious: after is not null, passed, first, after is not null);
    }

    private static int? Size(IReadOnlyDictionary<string, object?> arguments, string name) =>
        arguments.GetValueOrDefault(name) is { } size ? Convert.ToInt32(size, CultureInfo.InvariantCulture) : null;
}
