using System.Buffers;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Writes a text as a CSV field that no spreadsheet takes for a formula.</summary>
internal static class CsvText
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\",\r\n"u8);

    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> target)
    {
        var isFormula = IsFormula(text);
        if (!text.IsEmpty && !text.ContainsAny(Quoted))
        {
            if (isFormula) target.Write("'"u8);
            target.Write(text);
            return;
        }
        target.Write(isFormula ? "\"'"u8 : "\""u8);
        int quote;
        while ((quote = text.IndexOf((byte)'"')) >= 0)
        {
            target.Write(text[..(quote + 1)]);
            target.Write("\""u8);
            text = text[(quote + 1)..];
        }
        target.Write(text);
        target.Write("\""u8);
    }

    /// <summary>Whether a spreadsheet would compute it, as OWASP's page on CSV injection lists the beginnings.</summary>
    private static bool IsFormula(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n'
            || text.StartsWith("＝"u8) || text.StartsWith("＋"u8) || text.StartsWith("－"u8) || text.StartsWith("＠"u8));
}
