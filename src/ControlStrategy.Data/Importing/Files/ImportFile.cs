using System.Security.Cryptography;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>One file to import, of whichever format. It is read several times: for what it is, for its hash, and for its rows.</summary>
internal sealed class ImportFile : IDisposable
{
    private const int ChunkBytes = 64 * 1024;
    private readonly Stream _stream;
    private readonly IFileContent _content;

    private ImportFile(string path, Stream stream, ImportLimits limits)
    {
        (Path, _stream) = (path, stream);
        if (stream.Length == 0)
            throw new ImportFileEmptyException(path);
        _content = FileSignature.ContentOf(path, stream, limits);
    }

    /// <summary>The path as it was given, for messages.</summary>
    public string Path { get; }

    /// <summary>The name without its folder.</summary>
    public string Name => Path[(Path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Opens a file that has content.</summary>
    /// <exception cref="ImportException">It is missing, a folder, empty, an old workbook, or cannot be read.</exception>
    public static ImportFile Open(string path, ImportLimits limits)
    {
        if (Directory.Exists(path))
            throw new ImportFileIsFolderException(path);
        if (!File.Exists(path))
            throw new ImportFileMissingException(path);
        try
        {
            return Take(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan), limits);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportFileUnreadableException(path, refusal);
        }
    }

    /// <summary>Takes a stream that can be read from its beginning again, and closes it when done.</summary>
    /// <exception cref="ImportException">It is empty, or an old workbook.</exception>
    public static ImportFile Take(string path, Stream stream, ImportLimits limits)
    {
        try
        {
            return new ImportFile(path, stream, limits);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="IFileContent.CheckBeginning"/>
    public void CheckBeginning(CancellationToken cancellation) => Guarded(() => _content.CheckBeginning(cancellation));

    /// <inheritdoc cref="IFileContent.CheckRest"/>
    public void CheckRest(CancellationToken cancellation) => Guarded(() => _content.CheckRest(cancellation));

    /// <inheritdoc cref="IFileContent.Rows"/>
    public RecordFile Rows() => _content.Rows();

    /// <summary>SHA-256 of the file's bytes as they lie there, in lower-case hexadecimal digits.</summary>
    public string Hash(CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Guarded(() =>
        {
            var chunk = new byte[ChunkBytes];
            _stream.Position = 0;
            for (int length; (length = _stream.Read(chunk)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(chunk, 0, length);
            }
        });
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Checks that the file is still the one that was hashed.</summary>
    /// <exception cref="ImportFileChangedException">Somebody wrote to the file in between.</exception>
    public void CheckUnchanged(string hash, CancellationToken cancellation)
    {
        if (Hash(cancellation) != hash)
            throw new ImportFileChangedException(Path);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Guarded(Action read)
    {
        try
        {
            read();
        }
        catch (IOException refusal)
        {
            throw new ImportFileUnreadableException(Path, refusal);
        }
    }
}
