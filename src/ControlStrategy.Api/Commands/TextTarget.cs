using System.IO.Pipelines;

namespace ControlStrategy.Api.Commands;

/// <summary>Writes UTF-8 bytes to where a command's output goes, which takes characters.</summary>
internal static class TextTarget
{
    private const int BufferCharacters = 16 * 1024;

    public static async Task WriteAsync(TextWriter output, Func<Stream, Task> write)
    {
        var pipe = new Pipe();
        var writing = FillAsync(pipe.Writer, write);
        using var text = new StreamReader(pipe.Reader.AsStream());
        var buffer = new char[BufferCharacters];
        int read;
        while ((read = await text.ReadAsync(buffer)) > 0)
            await output.WriteAsync(buffer.AsMemory(0, read));
        await writing;
    }

    /// <summary>The reader learns of a failure, instead of taking it for the end.</summary>
    private static async Task FillAsync(PipeWriter target, Func<Stream, Task> write)
    {
        try
        {
            await write(target.AsStream(leaveOpen: true));
            await target.CompleteAsync();
        }
        catch (Exception failure)
        {
            await target.CompleteAsync(failure);
            throw;
        }
    }
}
