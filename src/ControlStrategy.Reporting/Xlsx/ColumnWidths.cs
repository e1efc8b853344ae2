using System.Globalization;
using ControlStrategy.Reporting.Layout;
using ExcelNumberFormat;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>How wide the columns of a table are, in pixels, so that it fits on a page and no number is cut.</summary>
internal static class ColumnWidths
{
    private const double NarrowestPixels = 72;
    private const double StepPixels = 8;
    private const double LongestWordPixels = 240;
    private const double Shrinking = 0.98;
    private const int HeaderLines = 3;

    public static IReadOnlyList<double> Of(SheetContent sheet)
    {
        var columns = sheet.Columns.Select((column, index) => Measure(column, [.. sheet.Rows.Select(row => row.Cells[index])])).ToList();
        var scale = Math.Sqrt(columns.Max(column => column.Widest));
        while (columns.Sum(column => column.At(scale)) > Theme.PageWidthPixels && columns.Exists(column => column.IsAboveNarrowest(scale)))
            scale *= Shrinking;
        return [.. columns.Select(column => column.At(scale))];
    }

    /// <summary>What a cell shows.</summary>
    public static string Shown(ReportCell cell) => cell switch
    {
        NumberCell number => new NumberFormat(number.Pattern).Format(number.Value, CultureInfo.InvariantCulture),
        WithheldCell withheld => withheld.Shorthand.Mark,
        TextCell text => text.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "A kind of cell that cannot be shown."),
    };

    // Bold throughout: a row may be emphasised, and what is a little too wide does no harm.
    private static Measured Measure(ColumnContent column, IReadOnlyList<ReportCell> cells)
    {
        var padding = Theme.PaddingPixels(column.IsNumber);
        var header = HeaderWidth(column.Header);
        var texts = cells.Select(Shown).ToList();
        var widest = texts.SelectMany(text => text.Split('\n')).Max(line => Theme.BodyBold.WidthPixels(line));
        var word = column.IsNumber ? widest : Math.Min(texts.Max(Theme.BodyBold.LongestWordPixels), LongestWordPixels);
        return new Measured(
            Math.Max(NarrowestPixels, Math.Max(header, word) + padding),
            Math.Max(NarrowestPixels, Math.Max(header, widest) + padding));
    }

    private static double HeaderWidth(string header)
    {
        var width = Theme.BodyBold.LongestWordPixels(header);
        while (Theme.BodyBold.Wrap(header, width).Count > HeaderLines)
            width += StepPixels;
        return width;
    }

    private sealed record Measured(double Narrowest, double Widest)
    {
        // A text fills an area, so its column grows with the root of its length: four times the text, twice the width and twice the lines.
        public double At(double scale) => Math.Clamp(scale * Math.Sqrt(Widest), Narrowest, Widest);

        public bool IsAboveNarrowest(double scale) => At(scale) > Narrowest;
    }
}
