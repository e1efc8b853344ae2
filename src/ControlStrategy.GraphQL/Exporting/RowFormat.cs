using System.Buffers;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>How rows become a file.</summary>
internal abstract class RowFormat
{
    /// <summary>The file name's ending.</summary>
    public abstract string Ending { get; }

    public abstract void WriteHead(IBufferWriter<byte> target);

    /// <summary>Writes a row from its JSON.</summary>
    public abstract void WriteRow(ReadOnlySpan<byte> json, IBufferWriter<byte> target);

    /// <exception cref="RequestException">CSV cannot show what was selected of a row.</exception>
    public static RowFormat Of(ExportRequest request, Selection row) => request.Format switch
    {
        ExportFormat.Csv => new CsvFormat(CsvColumns.Of(row), request.WithByteOrderMark),
        ExportFormat.JsonLines => new JsonLinesFormat(),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };
}

/// <summary>One JSON object a line; the engine's JSON has no line break of its own.</summary>
internal sealed class JsonLinesFormat : RowFormat
{
    public override string Ending => "jsonl";

    public override void WriteHead(IBufferWriter<byte> target)
    {
    }

    public override void WriteRow(ReadOnlySpan<byte> json, IBufferWriter<byte> target)
    {
        target.Write(json);
        target.Write("\n"u8);
    }
}
