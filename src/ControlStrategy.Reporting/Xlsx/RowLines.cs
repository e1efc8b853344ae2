using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>How many lines the rows of a table take when its columns are of a width.</summary>
internal static class RowLines
{
    // Less than the columns are measured with: a program that draws letters a little wider breaks no line more.
    private const double LeastPadding = 0.75;

    /// <summary>The lines of the row with these texts.</summary>
    public static int Count(SheetContent sheet, IReadOnlyList<double> widthsPixels, IEnumerable<string> texts, FontFace face) =>
        texts.Select((text, column) => face.Wrap(text, widthsPixels[column] - PaddingPixels(sheet.Columns[column])).Count).Max();

    /// <summary>The lines of all rows together.</summary>
    public static int Total(SheetContent sheet, IReadOnlyList<double> widthsPixels) =>
        sheet.Rows.Sum(row => Count(sheet, widthsPixels, row.Cells.Select(CellText.Shown), Theme.Body));

    private static double PaddingPixels(ColumnContent column) => LeastPadding * Theme.PaddingPixels(column.IsNumber);
}
