using ControlStrategy.GraphQL.Planning;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>What page is asked for.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="IsBackward">Whether they are counted from the end.</param>
/// <param name="RowsIndex">Place of the row limit among the request's values: one more than the page, to see whether there is more.</param>
/// <param name="After">Values of the cursor the page follows, by place; null without.</param>
/// <param name="Before">Values of the cursor the page precedes, by place; null without.</param>
internal sealed record PageRequest(int Rows, bool IsBackward, int RowsIndex, CursorValues? After, CursorValues? Before)
{
    /// <summary>How many pages to pass over first.</summary>
    public int SkippedPages { get; init; }

    /// <summary>Place of the number of rows to pass over among the request's values; -1 where the page follows its cursor.</summary>
    public int SkipIndex { get; init; } = -1;

    /// <summary>The cursor that paging starts from; null at the list's end.</summary>
    public CursorValues? Start => IsBackward ? Before : After;

    public static (int Rows, bool IsBackward) ReadSize(IDictionary<string, ArgumentValue>? arguments, EngineLimits limits)
    {
        var first = Size(arguments, "first", limits);
        var last = Size(arguments, "last", limits);
        if (first is not null && last is not null) throw Errors.PageBothEnds();
        return (last ?? first ?? limits.DefaultPageRows, last is not null);
    }

    /// <summary>For a whole list: <c>first</c> is the most rows in all, however many.</summary>
    public static int ReadTotal(IDictionary<string, ArgumentValue>? arguments)
    {
        if (IsGiven(arguments, "last") || IsGiven(arguments, "before")) throw Errors.ExportPage();
        if (!IsGiven(arguments, "first")) return int.MaxValue;
        var first = (int)arguments!["first"].Value!;
        return first >= 0 ? first : throw Errors.ExportRows(first);
    }

    private static bool IsGiven(IDictionary<string, ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var argument) && argument.Value is not null;

    private static int? Size(IDictionary<string, ArgumentValue>? arguments, string name, EngineLimits limits)
    {
        if (arguments is null || !arguments.TryGetValue(name, out var argument) || argument.Value is not int size) return null;
        return size >= 0 && size <= limits.MaximumPageRows ? size : throw Errors.PageSize(name, size, limits.MaximumPageRows);
    }
}

/// <summary>The sort keys' values at a cursor, as places among the request's values; -1 stands for null.</summary>
/// <param name="Indexes">Those places.</param>
/// <param name="SkippedPages">How many pages lie between the cursor and the page it asks for.</param>
internal sealed record CursorValues(IReadOnlyList<int> Indexes, int SkippedPages)
{
    public static CursorValues Add(IReadOnlyList<object?> values, int skippedPages, RequestShape shape)
    {
        var indexes = new int[values.Count];
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i] = values[i] is null ? -1 : shape.AddValue(values[i]);
            if (indexes[i] < 0) shape.Append('0');
        }
        return new CursorValues(indexes, skippedPages);
    }
}
