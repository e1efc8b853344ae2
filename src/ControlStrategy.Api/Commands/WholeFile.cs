namespace ControlStrategy.Api.Commands;

/// <summary>Writes a file that appears whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Makes the folder, writes beside the file, and puts the file in its place when all is written.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before still is.</exception>
    public static async Task WriteAsync(FileInfo file, Func<Stream, Task> write)
    {
        file.Directory?.Create();
        var whole = file.FullName + ".part";
        try
        {
            await using (var target = File.Create(whole))
                await write(target);
            File.Move(whole, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(whole);
        }
    }
}
