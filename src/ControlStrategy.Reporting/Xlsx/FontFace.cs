namespace ControlStrategy.Reporting.Xlsx;

/// <summary>A size and weight of Calibri.</summary>
/// <param name="Points">The size in points.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal sealed record FontFace(double Points, bool IsBold)
{
    private const double PixelsPerPoint = 96.0 / 72.0;
    private const double LineHeightPerPoint = 15.0 / 11.0;

    /// <summary>The height of a line in points: 15 for Calibri 11.</summary>
    public double LineHeightPoints => Points * LineHeightPerPoint;

    /// <summary>The width of a text without line feeds, in pixels of 1/96 inch.</summary>
    public double WidthPixels(ReadOnlySpan<char> text)
    {
        var units = 0;
        foreach (var character in text)
            units += CalibriWidths.Of(character, IsBold);
        return units * Points * PixelsPerPoint / CalibriWidths.UnitsPerEm;
    }

    /// <summary>The text in the lines that a cell of that width breaks it into.</summary>
    public IReadOnlyList<string> Wrap(string text, double widthPixels)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in Words(paragraph))
            {
                if (line.Length > 0 && WidthPixels((line + word).TrimEnd()) > widthPixels)
                {
                    lines.Add(line.TrimEnd());
                    line = "";
                }

                line = Break(line + word, widthPixels, lines);
            }

            lines.Add(line.TrimEnd());
        }

        return lines;
    }

    /// <summary>The width of the longest piece that cannot be broken, in pixels.</summary>
    public double LongestWordPixels(string text) =>
        text.Split('\n').SelectMany(Words).Select(word => WidthPixels(word.TrimEnd())).DefaultIfEmpty(0).Max();

    /// <summary>The pieces between which a line may break: after a space, a hyphen or a slash.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end < text.Length && text[end - 1] is not (' ' or '-' or '/'))
                continue;
            yield return text[start..end];
            start = end;
        }
    }

    // A piece wider than the cell is broken anywhere; what is left of it begins the next line.
    private string Break(string line, double widthPixels, List<string> lines)
    {
        while (line.Length > 1 && WidthPixels(line.AsSpan().TrimEnd()) > widthPixels)
        {
            var fitting = FittingCharacters(line, widthPixels);
            lines.Add(line[..fitting]);
            line = line[fitting..];
        }

        return line;
    }

    // Counted from the left, so that a text of 32,767 characters without a space takes no longer than one with.
    private int FittingCharacters(string line, double widthPixels)
    {
        var count = 1;
        var width = WidthPixels(line.AsSpan(0, 1));
        while (count < line.Length && (width += WidthPixels(line.AsSpan(count, 1))) <= widthPixels)
            count++;
        return count;
    }
}
