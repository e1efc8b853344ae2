using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Writes the cover: title, what the reader must know first, and the contents with links.</summary>
internal sealed class CoverSheetWriter(IXLWorksheet worksheet, ReportContent content)
{
    private const double LabelPixels = 190;
    private const double TextPixels = 640;
    private const double RowPaddingPoints = 6;
    private const double HeadingGapPoints = 16;

    public void Write()
    {
        worksheet.ShowGridLines = false;
        worksheet.Column(1).SetWidthPixels(LabelPixels);
        worksheet.Column(2).SetWidthPixels(TextPixels);
        var title = Theme.CoverTitle.Wrap(TextCell.Harmless(content.Cover.Title), LabelPixels + TextPixels);
        var row = worksheet.WriteLines(1, title, Theme.CoverTitle);
        Underline(row - 1);
        WriteHeading(row++, "About this workbook");
        foreach (var fact in content.Cover.Facts)
            WriteFact(row++, fact);
        WriteHeading(row++, "Contents");
        foreach (var sheet in content.Sheets)
            WriteLink(row++, sheet);
    }

    private void Underline(int row)
    {
        worksheet.Row(row).Height += RowPaddingPoints;
        worksheet.Range(row, 1, row, 2).Style.Border.SetBottomBorder(XLBorderStyleValues.Medium).Border.SetBottomBorderColor(Theme.Navy);
    }

    private void WriteFact(int row, CoverFact fact)
    {
        WriteText(worksheet.Cell(row, 1), fact.Label, Theme.Body, Theme.Muted);
        WriteText(worksheet.Cell(row, 2), fact.Text, Theme.BodyBold, Theme.Ink);
        SetHeight(row, TextCell.Harmless(fact.Text));
    }

    private void WriteHeading(int row, string text)
    {
        var cell = worksheet.Cell(row, 1);
        WriteText(cell, text, Theme.Heading, Theme.Navy);
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Bottom);
        worksheet.Row(row).Height = Theme.Heading.LineHeightPoints + HeadingGapPoints;
    }

    private void WriteLink(int row, SheetContent sheet)
    {
        var link = worksheet.Cell(row, 1);
        WriteText(link, sheet.Name, Theme.Body, Theme.Link);
        link.Hyperlink = new XLHyperlink($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!A1");
        link.Style.SetFont(Theme.Body, Theme.Link);
        link.Style.Font.SetUnderline(XLFontUnderlineValues.Single);
        WriteText(worksheet.Cell(row, 2), sheet.Title, Theme.Body, Theme.Ink);
        SetHeight(row, sheet.Title);
    }

    private static void WriteText(IXLCell cell, string text, FontFace face, XLColor colour)
    {
        cell.WriteText(TextCell.Harmless(text));
        cell.Style.SetFont(face, colour);
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText(true);
    }

    private void SetHeight(int row, string text)
    {
        var lines = Theme.BodyBold.Wrap(text, TextPixels - Theme.PaddingPixels(isNumber: false)).Count;
        worksheet.Row(row).Height = Math.Min(lines * Theme.BodyBold.LineHeightPoints + RowPaddingPoints, Theme.TallestRowPoints);
    }
}
