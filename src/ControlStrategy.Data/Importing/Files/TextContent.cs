namespace ControlStrategy.Data.Importing.Files;

/// <summary>CSV text in UTF-8.</summary>
/// <param name="path">The path as it was given, for messages.</param>
/// <param name="open">Gives the text from its beginning; what it gives is disposed of.</param>
internal sealed class TextContent(string path, Func<Stream> open) : IFileContent
{
    private const int ChunkBytes = 64 * 1024;

    /// <inheritdoc/>
    /// <exception cref="ImportFileEmptyException">There is no text.</exception>
    /// <exception cref="ImportFileNotUtf8Exception">A byte of its first 64 KiB is not UTF-8.</exception>
    public void CheckBeginning(CancellationToken cancellation)
    {
        using var text = open();
        var chunk = new byte[ChunkBytes];
        var length = text.ReadAtLeast(chunk, ChunkBytes, throwOnEndOfStream: false);
        if (length == 0)
            throw new ImportFileEmptyException(path);
        new Utf8Check(path).Add(chunk.AsSpan(0, length));
    }

    /// <inheritdoc/>
    /// <exception cref="ImportFileNotUtf8Exception">A byte is not UTF-8.</exception>
    public void CheckRest(CancellationToken cancellation)
    {
        using var text = open();
        var encoding = new Utf8Check(path);
        var chunk = new byte[ChunkBytes];
        for (int length; (length = text.Read(chunk)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            encoding.Add(chunk.AsSpan(0, length));
        }

        encoding.End();
    }

    /// <inheritdoc/>
    public RecordFile Rows() => new CsvFile(path, open());
}
