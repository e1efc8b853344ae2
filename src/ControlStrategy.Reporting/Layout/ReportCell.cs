using System.Text;

namespace ControlStrategy.Reporting.Layout;

/// <summary>What stands in one cell. A cell is never empty.</summary>
public abstract record ReportCell;

/// <summary>Text, harmless wherever it came from.</summary>
public sealed record TextCell : ReportCell
{
    // Excel refuses a file with a longer text in a cell.
    private const int LongestText = 32_767;

    /// <summary>Makes text fit for a cell: see <see cref="Harmless"/>.</summary>
    /// <param name="text">Any text.</param>
    public TextCell(string text) => Text = Harmless(text);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>
    /// The text without what a workbook cannot hold: control characters and lone surrogates become U+FFFD, line ends line feeds,
    /// and a text above 32,767 characters is cut and says so.
    /// </summary>
    internal static string Harmless(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            written.Append(rune.Value is '\n' or '\t' || !IsForbidden(rune) ? rune.ToString() : "\uFFFD");
        if (written.Length <= LongestText)
            return written.ToString();

        var mark = FormattableString.Invariant($" [cut: {text.Length:#,0} characters]");
        return Beginning(written.ToString(), LongestText - mark.Length) + mark;
    }

    /// <summary>The first characters of a text, not cut within a surrogate pair.</summary>
    internal static string Beginning(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    private static bool IsForbidden(Rune rune) => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF;
}

/// <summary>A number, unrounded, with how it is shown.</summary>
/// <param name="Value">The number: 0.105 is 10.5% under a format of per cent.</param>
/// <param name="Pattern">The spreadsheet number format.</param>
public sealed record NumberCell(double Value, string Pattern) : ReportCell
{
    /// <summary>The number in the unit of the column's header, for files without number formats: 10.5 where a spreadsheet holds 0.105.</summary>
    public double Plain { get; init; } = Value;
}

/// <summary>Shorthand in the place of a figure that is not there.</summary>
/// <param name="Shorthand">Why it is not there.</param>
public sealed record WithheldCell(Shorthand Shorthand) : ReportCell;
