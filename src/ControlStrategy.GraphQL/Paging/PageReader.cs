using ControlStrategy.GraphQL.Planning;
using GraphQL.Execution;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>Reads what page of a list is asked for.</summary>
internal sealed class PageReader(EngineOptions options, CursorSigner signer, RequestShape shape)
{
    /// <summary>Whether the list is asked for whole instead of a page of it.</summary>
    public bool IsWhole { get; init; }

    /// <param name="arguments">The list's arguments.</param>
    /// <param name="keyTypes">Types of its sort keys.</param>
    /// <param name="scope">What its cursors are good for.</param>
    /// <exception cref="RequestException">An argument is out of range, contradictory or forged, or a cursor is of a page of another size.</exception>
    public PageRequest Read(IDictionary<string, ArgumentValue>? arguments, IReadOnlyList<Type> keyTypes, byte[] scope)
    {
        var (rows, isBackward) = IsWhole ? (PageRequest.ReadTotal(arguments), false) : PageRequest.ReadSize(arguments, options.Limits);
        shape.Append(isBackward ? 'L' : 'F');
        var after = Cursor(arguments, "after", keyTypes, scope, rows);
        shape.Append(',');
        var before = Cursor(arguments, "before", keyTypes, scope, rows);
        var page = new PageRequest(rows, isBackward, shape.AddValue(IsWhole ? rows : rows + 1), after, before);
        if (page.Start is not { SkippedPages: > 0 and var skipped }) return page;
        shape.Append('S');
        return page with { SkippedPages = skipped, SkipIndex = shape.AddValue(skipped * rows) };
    }

    private CursorValues? Cursor(IDictionary<string, ArgumentValue>? arguments, string name, IReadOnlyList<Type> keyTypes, byte[] scope, int rows)
    {
        if (arguments is null || !arguments.TryGetValue(name, out var argument) || argument.Value is not string cursor) return null;
        var (values, jump) = signer.Decode(scope, cursor, name, keyTypes);
        if (jump is not null && jump.Rows != rows) throw Errors.Cursor(name);
        return CursorValues.Add(values, jump?.SkippedPages ?? 0, shape);
    }
}
