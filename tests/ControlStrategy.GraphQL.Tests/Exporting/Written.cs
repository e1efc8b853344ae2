using System.IO.Pipelines;
using System.Text;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>Takes what an export writes.</summary>
internal static class Written
{
    public static async Task<string> TextAsync(Export export)
    {
        var bytes = new MemoryStream();
        await export.WriteAsync(PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true)));
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The rows of a query as JSON, in this process.</summary>
    public static async Task<string[]> LinesAsync(LibraryServer library, string query, Dictionary<string, object?> variables)
    {
        await using var export = await library.Engine.ExportAsync(new ExportRequest(query, null, variables, ExportFormat.JsonLines), library.Services, CancellationToken.None);
        return (await TextAsync(export)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A pipe that holds up its writer after a few kilobytes.</summary>
    public static Pipe NarrowPipe() => new(new PipeOptions(pauseWriterThreshold: 8_192, resumeWriterThreshold: 4_096));

    /// <summary>All that was written, the writer having been given what it writes.</summary>
    public static async Task<string> RestAsync(Pipe pipe, Task writing)
    {
        var reading = new StreamReader(pipe.Reader.AsStream()).ReadToEndAsync();
        await writing;
        await pipe.Writer.CompleteAsync();
        return await reading;
    }
}
