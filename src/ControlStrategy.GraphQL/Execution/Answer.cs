using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>The rows of one parent within an answer.</summary>
/// <param name="key">The parent's key.</param>
/// <param name="firstRow">Where they begin.</param>
internal sealed class Group(object key, int firstRow)
{
    public static readonly Group Empty = new(new object(), 0);

    public object Key => key;

    public int FirstRow => firstRow;

    /// <summary>How many there are.</summary>
    public int Rows { get; set; }

    /// <summary>Whether the database had one more than the page.</summary>
    public bool HasMore { get; set; }
}

/// <summary>What a plan fetched, before it is put together.</summary>
internal sealed class Answer(int views, int children) : IDisposable
{
    private static readonly object Root = new();

    /// <summary>The rows' JSON, once per selection of the same entity.</summary>
    public Fragments[] Views { get; } = [.. Enumerable.Range(0, views).Select(_ => new Fragments())];

    public Answer?[] Children { get; } = new Answer?[children];

    public Dictionary<object, Group> Groups { get; } = [];

    public Dictionary<object, long> Totals { get; } = [];

    /// <summary>How many rows lie beyond the cursor that paging starts from, where page numbers were asked for and there is one.</summary>
    public Dictionary<object, long>? Beyond { get; set; }

    /// <summary>Each row's values of the sort keys, where cursors were asked for.</summary>
    public List<object?[]> SortValues { get; } = [];

    public int RowCount { get; set; }

    /// <summary>The parent whose rows are being read.</summary>
    public Group? Last { get; set; }

    /// <summary>The page asked for; null for a plain list.</summary>
    public PageRequest? Page { get; init; }

    /// <summary>The cursor of a row, or of the numbered page that a jump from it leads to.</summary>
    public Func<int, PageJump?, string>? EncodeCursor { get; set; }

    public static object KeyOf(object? parentKey) => parentKey ?? Root;

    public Group GroupOf(object? parentKey) => Groups.GetValueOrDefault(KeyOf(parentKey), Group.Empty);

    /// <summary>Begins the rows of a parent where the last ones ended.</summary>
    public Group BeginGroup(object? parentKey)
    {
        var group = new Group(KeyOf(parentKey), RowCount);
        Groups.Add(group.Key, group);
        return group;
    }

    public long BeyondOf(object? parentKey) => Beyond is null ? TotalOf(parentKey) : Beyond.GetValueOrDefault(KeyOf(parentKey));

    public long TotalOf(object? parentKey) => Totals.GetValueOrDefault(KeyOf(parentKey));

    /// <summary>The distinct keys for which a child must answer.</summary>
    public IReadOnlyCollection<object> KeysOf(int child)
    {
        var keys = new HashSet<object>();
        foreach (var view in Views)
        {
            foreach (var gap in view.Gaps)
            {
                if (gap.Child == child) keys.Add(gap.Key);
            }
        }
        return keys;
    }

    public void Dispose()
    {
        foreach (var view in Views)
            view.Dispose();
        foreach (var child in Children)
            child?.Dispose();
    }
}
