using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Writes what a cell says: text stays text, whatever it looks like.</summary>
internal static class CellWriting
{
    // With these a program may take a pasted or re-typed text for a formula.
    private const string FormulaStarts = "=+-@\t";

    public static void Write(this IXLCell cell, ReportCell content)
    {
        switch (content)
        {
            case NumberCell number:
                cell.SetValue(number.Value);
                cell.Style.NumberFormat.Format = number.Pattern;
                break;
            case WithheldCell withheld:
                cell.WriteText(withheld.Shorthand.Mark);
                break;
            case TextCell text:
                cell.WriteText(text.Text);
                break;
        }
    }

    public static void WriteText(this IXLCell cell, string text)
    {
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(text);
        if (text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal))
            cell.Style.IncludeQuotePrefix = true;
    }

    /// <summary>Writes lines into the cells below one another, from the first row on, and gives the row after the last.</summary>
    public static int WriteLines(this IXLWorksheet sheet, int firstRow, IReadOnlyList<string> lines, FontFace face)
    {
        var row = firstRow;
        foreach (var line in lines)
        {
            sheet.Cell(row, 1).WriteText(line);
            sheet.Cell(row, 1).Style.SetFont(face, face == Theme.Body ? Theme.Muted : Theme.Navy);
            sheet.Row(row++).Height = face.LineHeightPoints + 1;
        }

        return row;
    }
}
