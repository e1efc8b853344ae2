using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>RFC 4180. Numbers stand as in JSON; null is an empty field and an empty text is <c>""</c>.</summary>
internal sealed class CsvFormat(CsvColumns columns, bool withByteOrderMark) : RowFormat
{
    public override string Ending => "csv";

    public override void WriteHead(IBufferWriter<byte> target)
    {
        if (withByteOrderMark) target.Write(Encoding.UTF8.Preamble);
        target.Write(Encoding.UTF8.GetBytes(string.Join(',', columns.Names)));
        target.Write("\r\n"u8);
    }

    public override void WriteRow(ReadOnlySpan<byte> json, IBufferWriter<byte> target)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var isFirst = true;
        WriteMembers(ref reader, columns.Members, target, ref isFirst);
        target.Write("\r\n"u8);
    }

    /// <summary>The engine writes exactly the members that were selected, in their order.</summary>
    private void WriteMembers(ref Utf8JsonReader reader, IReadOnlyList<CsvMember> members, IBufferWriter<byte> target, ref bool isFirst)
    {
        for (var i = 0; i < members.Count; i++)
        {
            reader.Read();
            reader.Read();
            if (members[i].Parts is { } parts && reader.TokenType == JsonTokenType.StartObject)
            {
                WriteMembers(ref reader, parts, target, ref isFirst);
                continue;
            }
            for (var column = 0; column < members[i].Width; column++)
            {
                if (!isFirst) target.Write(","u8);
                isFirst = false;
                WriteValue(ref reader, target);
            }
        }
        reader.Read();
    }

    private void WriteValue(ref Utf8JsonReader reader, IBufferWriter<byte> target)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                WriteText(ref reader, target);
                break;
            case JsonTokenType.Null:
                // Where it is the only column, an empty field would be an empty line, which readers take for no line.
                if (columns.Names.Count == 1) target.Write("\"\""u8);
                break;
            default:
                target.Write(reader.ValueSpan);
                break;
        }
    }

    private static void WriteText(ref Utf8JsonReader reader, IBufferWriter<byte> target)
    {
        if (!reader.ValueIsEscaped)
        {
            CsvText.Write(reader.ValueSpan, target);
            return;
        }
        var text = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        CsvText.Write(text.AsSpan(0, reader.CopyString(text)), target);
        ArrayPool<byte>.Shared.Return(text);
    }
}
