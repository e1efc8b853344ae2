namespace ControlStrategy.GraphQL;

/// <summary>What one operation may ask for. Each value is a setting; what is over a limit is refused with an error that names both.</summary>
public sealed record EngineLimits
{
    /// <summary>Rows of a page when neither <c>first</c> nor <c>last</c> is given.</summary>
    public int DefaultPageRows { get; init; } = 50;

    /// <summary>Most rows a page may have.</summary>
    public int MaximumPageRows { get; init; } = 1_000;

    /// <summary>Values one operation may answer with, counted from page sizes before it runs; a plain list counts as 100 entries.</summary>
    public int MaximumCells { get; init; } = 100_000;

    /// <summary>Bytes of one root field's answer.</summary>
    public int MaximumAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Seconds an operation may run; then its statement is stopped.</summary>
    public int MaximumExecutionSeconds { get; init; } = 10;

    /// <summary>Seconds an answer as a file may take; as long, the database keeps everything written meanwhile.</summary>
    public int MaximumExportSeconds { get; init; } = 600;

    /// <summary>Levels of fields inside one another in a selection, fragments expanded, not counted inside introspection.</summary>
    public int MaximumSelectionDepth { get; init; } = 12;

    /// <summary>Fragments of a document.</summary>
    public int MaximumFragments { get; init; } = 30;

    /// <summary>Uses of fragments in a document.</summary>
    public int MaximumFragmentSpreads { get; init; } = 100;

    /// <summary>Fields of a document, those of fragments counted wherever they are used.</summary>
    public int MaximumFields { get; init; } = 1_000;

    /// <summary>Levels of <c>and</c>, <c>or</c> and relations inside one another in a filter.</summary>
    public int MaximumFilterDepth { get; init; } = 6;

    /// <summary>Comparisons in one filter.</summary>
    public int MaximumFilterPredicates { get; init; } = 100;

    /// <summary>Values in one <c>in</c> or <c>nin</c>.</summary>
    public int MaximumInValues { get; init; } = 500;

    /// <summary>Characters of one text in a filter.</summary>
    public int MaximumFilterTextCharacters { get; init; } = 200;

    /// <summary>Keys of one <c>order</c>.</summary>
    public int MaximumSortKeys { get; init; } = 4;

    /// <summary>Dimensions of one grouping.</summary>
    public int MaximumGroupByDimensions { get; init; } = 4;

    /// <summary>Bytes of a request body.</summary>
    public int MaximumBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Characters of a document.</summary>
    public int MaximumDocumentCharacters { get; init; } = 32_768;

    /// <summary>Documents, and plans, kept ready.</summary>
    public int CachedDocuments { get; init; } = 1_000;
}
