using System.Security.Cryptography;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>One file to import. It is read twice: once for its hash and encoding, once for its rows.</summary>
internal sealed class ImportFile : IDisposable
{
    private const int ChunkBytes = 64 * 1024;
    private readonly FileStream _stream;
    private readonly SHA256 _secondHash = SHA256.Create();

    private ImportFile(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
    }

    /// <summary>The path as it was given, for messages.</summary>
    public string Path { get; }

    /// <summary>The name without its folder.</summary>
    public string Name => Path[(Path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Opens a file that has content.</summary>
    /// <exception cref="ImportException">It is missing, a folder, empty, or cannot be read.</exception>
    public static ImportFile Open(string path)
    {
        if (Directory.Exists(path))
            throw new ImportFileIsFolderException(path);
        if (!File.Exists(path))
            throw new ImportFileMissingException(path);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            if (stream.Length > 0)
                return new ImportFile(path, stream);
            stream.Dispose();
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportFileUnreadableException(path, refusal);
        }

        throw new ImportFileEmptyException(path);
    }

    /// <summary>Checks the beginning of the file, so that one of another encoding is not taken for one with a wrong header.</summary>
    /// <exception cref="ImportFileNotUtf8Exception">A byte of it is not UTF-8.</exception>
    public void CheckBeginning()
    {
        var chunk = new byte[ChunkBytes];
        _stream.Position = 0;
        new Utf8Check(Path).Add(chunk.AsSpan(0, Guarded(() => _stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false))));
    }

    /// <summary>SHA-256 of the content in lower-case hexadecimal digits.</summary>
    /// <exception cref="ImportFileNotUtf8Exception">A byte is not UTF-8.</exception>
    public string Hash(CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoding = new Utf8Check(Path);
        var chunk = new byte[ChunkBytes];
        _stream.Position = 0;
        for (int length; (length = Guarded(() => _stream.Read(chunk))) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            encoding.Add(chunk.AsSpan(0, length));
            hash.AppendData(chunk, 0, length);
        }

        encoding.End();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the file from its beginning as CSV; dispose of the result before asking for another.</summary>
    public RecordFile Rows()
    {
        _stream.Position = 0;
        return new CsvFile(Path, _stream, leaveOpen: true);
    }

    /// <summary>The same, hashing what is read, so that <see cref="CheckUnchanged"/> can tell afterwards.</summary>
    public RecordFile HashedRows()
    {
        _stream.Position = 0;
        _secondHash.Initialize();
        return new CsvFile(Path, new CryptoStream(_stream, _secondHash, CryptoStreamMode.Read, leaveOpen: true), leaveOpen: false);
    }

    /// <summary>Checks that the rows read to their end were those of the hash.</summary>
    /// <exception cref="ImportFileChangedException">Somebody wrote to the file in between.</exception>
    public void CheckUnchanged(string hash)
    {
        if (_secondHash.Hash is not { } second || Convert.ToHexStringLower(second) != hash)
            throw new ImportFileChangedException(Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _secondHash.Dispose();
        _stream.Dispose();
    }

    private int Guarded(Func<int> read)
    {
        try
        {
            return read();
        }
        catch (IOException refusal)
        {
            throw new ImportFileUnreadableException(Path, refusal);
        }
    }
}
