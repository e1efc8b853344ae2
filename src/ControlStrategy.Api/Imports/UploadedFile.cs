namespace ControlStrategy.Api.Imports;

/// <summary>Keeps an upload on disk while it is imported. Whatever ends the process, nothing of it stays.</summary>
internal static class UploadedFile
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Receives a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="database">The database's file; the upload lies beside it, where there is room for what it holds.</param>
    /// <param name="maximumBytes">How much the body may have.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The file from its beginning; gone when it is closed.</returns>
    /// <exception cref="ImportRefusal">There is more, or it cannot be kept.</exception>
    public static async Task<Stream> ReceiveAsync(Stream body, string database, int maximumBytes, CancellationToken cancellation)
    {
        var file = Create($"{database}.{Guid.NewGuid():N}.upload");
        try
        {
            var chunk = new byte[ChunkBytes];
            for (int length; (length = await body.ReadAsync(chunk, cancellation)) > 0;)
            {
                if (file.Length + length > maximumBytes)
                    throw ImportRequest.TooLarge(maximumBytes);
                await WriteAsync(file, chunk.AsMemory(0, length), cancellation);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FileStream Create(string path)
    {
        try
        {
            // A buffer of none: what cannot be written must fail where it is written.
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var file = new FileStream(path, options);
            // Windows deletes it even if the process is killed; elsewhere a file that is open needs no name.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return file;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotKept();
        }
    }

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> chunk, CancellationToken cancellation)
    {
        try
        {
            await file.WriteAsync(chunk, cancellation);
        }
        catch (IOException)
        {
            throw NotKept();
        }
    }

    private static ImportRefusal NotKept() => ImportRefusal.Unavailable("The server has no room for the upload. Send it again later.");
}
