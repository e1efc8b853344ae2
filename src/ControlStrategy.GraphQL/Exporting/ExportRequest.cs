namespace ControlStrategy.GraphQL.Exporting;

/// <summary>How a list is written to a file.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180: a header, then one record a row; columns are the row's values, dotted over to-one relations.</summary>
    Csv,

    /// <summary>One JSON object a line, as the engine answers it.</summary>
    JsonLines,
}

/// <summary>An operation whose one list is asked for as a file.</summary>
/// <param name="Document">The GraphQL document.</param>
/// <param name="OperationName">Which of its operations; may be null where there is one.</param>
/// <param name="Variables">Values of its variables.</param>
/// <param name="Format">How the rows are written.</param>
public sealed record ExportRequest(string Document, string? OperationName, IReadOnlyDictionary<string, object?> Variables, ExportFormat Format)
{
    /// <summary>Whether CSV begins with a byte order mark, by which Excel knows UTF-8 when the file is opened by a double click.</summary>
    public bool WithByteOrderMark { get; init; }
}
