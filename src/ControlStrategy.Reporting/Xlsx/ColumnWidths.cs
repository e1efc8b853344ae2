using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>How wide the columns of a table are, in pixels, so that it fits on a page and no number is cut.</summary>
internal static class ColumnWidths
{
    private const double NarrowestPixels = 72;
    private const double StepPixels = 8;
    private const double LongestWordPixels = 240;
    private const double Shrinking = 0.98;
    private const int HeaderLines = 3;

    // How strongly the longer texts get the wider columns. Which is best depends on the texts, so each is tried.
    private static readonly double[] Exponents = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    public static IReadOnlyList<double> Of(SheetContent sheet)
    {
        var columns = sheet.Columns.Select((column, index) => Measure(column, [.. sheet.Rows.Select(row => row.Cells[index])])).ToList();
        if (columns.Sum(column => column.Widest) <= Theme.PageWidthPixels)
            return [.. columns.Select(column => column.Widest)];
        return Exponents.Select(exponent => Fit(columns, exponent)).MinBy(widths => RowLines.Total(sheet, widths))!;
    }

    // Bold throughout: a row may be emphasised, and what is a little too wide does no harm.
    private static Measured Measure(ColumnContent column, IReadOnlyList<ReportCell> cells)
    {
        var padding = Theme.PaddingPixels(column.IsNumber);
        var header = HeaderWidth(column.Header);
        var texts = cells.Select(CellText.Shown).ToList();
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

    private static List<double> Fit(List<Measured> columns, double exponent)
    {
        var scale = Math.Pow(columns.Max(column => column.Widest), 1 - exponent);
        var widths = Scaled(columns, exponent, scale);
        while (widths.Sum() > Theme.PageWidthPixels && columns.Where((column, index) => widths[index] > column.Narrowest).Any())
            widths = Scaled(columns, exponent, scale *= Shrinking);
        return widths;
    }

    private static List<double> Scaled(List<Measured> columns, double exponent, double scale) =>
        [.. columns.Select(column => Math.Clamp(scale * Math.Pow(column.Widest, exponent), column.Narrowest, column.Widest))];

    private sealed record Measured(double Narrowest, double Widest);
}
