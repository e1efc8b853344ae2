namespace ControlStrategy.Data.Importing.Files;

/// <summary>An XLSX workbook.</summary>
/// <param name="path">The path as it was given, for messages.</param>
/// <param name="open">Gives the file from its beginning.</param>
/// <param name="limits">How large it may be.</param>
internal sealed class WorkbookContent(string path, Func<Stream> open, ImportLimits limits) : IFileContent
{
    /// <inheritdoc/>
    public void CheckBeginning(CancellationToken cancellation) => WorkbookInspection.Check(path, open(), limits, cancellation);

    /// <inheritdoc/>
    public void CheckRest(CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public RecordFile Rows() => new WorksheetFile(path, open());
}
