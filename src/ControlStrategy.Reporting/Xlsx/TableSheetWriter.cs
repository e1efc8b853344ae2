using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Writes a worksheet: heading, paragraphs, and one table at the left edge.</summary>
internal sealed class TableSheetWriter(IXLWorksheet worksheet, SheetContent sheet)
{
    // From here on the header would scroll out of sight.
    private const int RowsThatNeedFrozenHeader = 30;
    private const double GapPoints = 8;

    private readonly IReadOnlyList<double> _widthsPixels = ColumnWidths.Of(sheet);

    public TablePlacement Write()
    {
        worksheet.ShowGridLines = false;
        for (var column = 0; column < _widthsPixels.Count; column++)
            worksheet.Column(column + 1).SetWidthPixels(_widthsPixels[column]);
        var headerRow = WriteHeading();
        WriteHeader(headerRow);
        for (var row = 0; row < sheet.Rows.Count; row++)
            WriteRow(headerRow + 1 + row, sheet.Rows[row]);
        MakeTable(headerRow, headerRow + sheet.Rows.Count);
        return new TablePlacement(sheet, headerRow);
    }

    private int WriteHeading()
    {
        var width = Math.Max(_widthsPixels.Sum(), Theme.PageWidthPixels / 2);
        var row = worksheet.WriteLines(1, Theme.Title.Wrap(sheet.Title, width), Theme.Title);
        foreach (var paragraph in sheet.Introduction)
            row = worksheet.WriteLines(row, Theme.Body.Wrap(paragraph, width), Theme.Body);
        worksheet.Row(row - 1).Height += GapPoints;
        worksheet.Range(1, 1, row - 1, 1).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        return row;
    }

    private void WriteHeader(int row)
    {
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            var cell = worksheet.Cell(row, column + 1);
            cell.WriteText(sheet.Columns[column].Header);
            Align(cell, column).SetVertical(XLAlignmentVerticalValues.Bottom);
            cell.Style.SetFont(Theme.BodyBold, XLColor.White);
            cell.Style.Fill.SetBackgroundColor(Theme.Navy);
        }

        worksheet.Row(row).Height = HeightPoints([.. sheet.Columns.Select(column => column.Header)], Theme.BodyBold);
    }

    private void WriteRow(int row, RowContent content)
    {
        var face = content.IsEmphasised ? Theme.BodyBold : Theme.Body;
        for (var column = 0; column < content.Cells.Count; column++)
        {
            var cell = worksheet.Cell(row, column + 1);
            cell.Write(content.Cells[column]);
            Align(cell, column).SetVertical(XLAlignmentVerticalValues.Top);
            cell.Style.SetFont(face, Theme.Ink);
            cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Theme.Rule);
            if (content.IsEmphasised)
                cell.Style.Fill.SetBackgroundColor(Theme.Emphasis);
        }

        worksheet.Row(row).Height = HeightPoints([.. content.Cells.Select(ColumnWidths.Shown)], face);
    }

    private IXLAlignment Align(IXLCell cell, int column)
    {
        var alignment = cell.Style.Alignment;
        alignment.SetHorizontal(sheet.Columns[column].IsNumber ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left);
        alignment.SetWrapText(true);
        return alignment;
    }

    private double HeightPoints(IReadOnlyList<string> texts, FontFace face)
    {
        var lines = texts.Select((text, column) => face.Wrap(text, _widthsPixels[column] - Theme.CellPaddingPixels).Count).Max();
        return Math.Min(lines * face.LineHeightPoints + Theme.RowPaddingPoints, Theme.TallestRowPoints);
    }

    private void MakeTable(int headerRow, int lastRow)
    {
        var table = worksheet.Range(headerRow, 1, lastRow, sheet.Columns.Count).CreateTable(sheet.TableName);
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = false;
        worksheet.PageSetup.SetRowsToRepeatAtTop(headerRow, headerRow);
        if (sheet.Rows.Count >= RowsThatNeedFrozenHeader)
            worksheet.SheetView.FreezeRows(headerRow);
    }
}
