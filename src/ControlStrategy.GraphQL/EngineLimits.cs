namespace ControlStrategy.GraphQL;

/// <summary>What one operation may ask for. Each value is a setting; what is over a limit is refused with an error that names both.</summary>
public sealed record EngineLimits
{
    /// <summary>Rows of a page when neither <c>first</c> nor <c>last</c> is given.</summary>
    public int DefaultPageRows { get; init; } = 50;

    /// <summary>Most rows a page may have.</summary>
    public int MaximumPageRows { get; init; } = 1_000;

    /// <summary>Values one operation may answer with, counted from page sizes before it runs; a plain list counts as 100 entries unless its mapping says otherwise.</summary>
    public int MaximumCells { get; init; } = 100_000;

    /// <summary>Bytes of one answer.</summary>
    public int MaximumAnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Seconds a request may take to arrive, and an answer to be taken.</summary>
    public int MaximumRequestSeconds { get; init; } = 15;

    /// <summary>Milliseconds a new document may take to be validated.</summary>
    public int MaximumValidationMilliseconds { get; init; } = 250;

    /// <summary>Seconds an operation may run; then its statement is stopped.</summary>
    public int MaximumExecutionSeconds { get; init; } = 10;

    /// <summary>Seconds an answer as a file may take; as long, the database keeps everything written meanwhile.</summary>
    public int MaximumExportSeconds { get; init; } = 600;

    /// <summary>Tokens of a document, comments left out.</summary>
    public int MaximumTokens { get; init; } = 2_000;

    /// <summary>Characters of one name in a document.</summary>
    public int MaximumNameCharacters { get; init; } = 200;

    /// <summary>Characters of one text or number in a document; longer ones come as variables.</summary>
    public int MaximumLiteralCharacters { get; init; } = 4_096;

    /// <summary>Characters of one line of a document.</summary>
    public int MaximumLineCharacters { get; init; } = 8_192;

    /// <summary>Levels of a document as its parser counts them, about two for each field inside a field, and of a request's JSON.</summary>
    public int MaximumParserDepth { get; init; } = 64;

    /// <summary>Levels of fields inside one another in a selection, fragments expanded, not counted inside introspection.</summary>
    public int MaximumSelectionDepth { get; init; } = 12;

    /// <summary>Fragments of a document.</summary>
    public int MaximumFragments { get; init; } = 30;

    /// <summary>Uses of fragments in a document.</summary>
    public int MaximumFragmentSpreads { get; init; } = 100;

    /// <summary>Fragments inside one another.</summary>
    public int MaximumFragmentChain { get; init; } = 8;

    /// <summary>Visits of fragments, inline ones too, when every use is put in its place.</summary>
    public int MaximumFragmentVisits { get; init; } = 1_000;

    /// <summary>Fields of a document, those of fragments counted wherever they are used.</summary>
    public int MaximumFields { get; init; } = 500;

    /// <summary>Times the same field is asked for in one place; all are one field of the answer.</summary>
    public int MaximumSameFields { get; init; } = 10;

    /// <summary>Aliases in a document.</summary>
    public int MaximumAliases { get; init; } = 30;

    /// <summary>Root fields of an operation.</summary>
    public int MaximumRootFields { get; init; } = 10;

    /// <summary>Directives in one place of a document.</summary>
    public int MaximumDirectivesPerPlace { get; init; } = 4;

    /// <summary>Directives of a document.</summary>
    public int MaximumDirectives { get; init; } = 20;

    /// <summary>Lists of introspection inside one another: <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c>.</summary>
    public int MaximumIntrospectionLists { get; init; } = 2;

    /// <summary>Levels of <c>ofType</c> in introspection.</summary>
    public int MaximumOfTypeDepth { get; init; } = 10;

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

    /// <summary>Objects in the JSON of a request.</summary>
    public int MaximumBodyObjects { get; init; } = 1_000;

    /// <summary>Characters of a document.</summary>
    public int MaximumDocumentCharacters { get; init; } = 32_768;

    /// <summary>Errors of one answer; what comes after them is left out.</summary>
    public int MaximumErrors { get; init; } = 5;

    /// <summary>Characters of an error's message; what is longer is cut.</summary>
    public int MaximumErrorCharacters { get; init; } = 256;

    /// <summary>Operations that run at the same time; 0 for any number. Lists as files are counted for themselves.</summary>
    public int ConcurrentOperations { get; init; } = 32;

    /// <summary>Lists as files that are written at the same time; 0 for any number.</summary>
    public int ConcurrentFiles { get; init; } = 8;

    /// <summary>Requests that wait for their turn; who comes after them is told to come later.</summary>
    public int QueuedRequests { get; init; } = 128;

    /// <summary>Milliseconds a request waits for its turn.</summary>
    public int LongestQueueMilliseconds { get; init; } = 2_000;

    /// <summary>Documents, and plans, kept ready; of those with more than 2,048 characters a sixteenth as many, which are kept besides.</summary>
    public int CachedDocuments { get; init; } = 1_000;
}
