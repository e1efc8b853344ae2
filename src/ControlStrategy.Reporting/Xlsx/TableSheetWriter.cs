using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Writes a worksheet: heading, paragraphs, and one table at the left edge.</summary>
internal sealed class TableSheetWriter(IXLWorksheet worksheet, SheetContent sheet)
{
    // From here on the header would scroll out of sight.
    private const int RowsThatNeedFrozenHeader = 30;
    private const double GapPoints = 8;

    // With so many rows a page that also holds a chart is still shrunk little.
    private const int RowsBesideChart = 16;

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
        if (sheet.Charts.Count > 0) MakeRoomOnPaper(headerRow + sheet.Rows.Count);
        return new TablePlacement(sheet, headerRow);
    }

    // A chart is not cut by the edge of a page: a short table has its chart on its page, else the charts begin one.
    private void MakeRoomOnPaper(int lastRow)
    {
        if (sheet.Charts.Count == 1 && sheet.Rows.Count <= RowsBesideChart)
            worksheet.PageSetup.FitToPages(1, 1);
        else
            worksheet.PageSetup.AddHorizontalPageBreak(lastRow);
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
            Align(cell, column);
            cell.Style.Alignment.SetWrapText(true);
            cell.Style.SetFont(Theme.BodyBold, XLColor.White);
            cell.Style.Fill.SetBackgroundColor(Theme.Navy);
            cell.Style.Border.SetRightBorder(XLBorderStyleValues.Thin).Border.SetRightBorderColor(XLColor.White);
        }

        SetHeight(row, RowLines.Count(sheet, _widthsPixels, sheet.Columns.Select(column => column.Header), Theme.BodyBold));
    }

    private void WriteRow(int row, RowContent content)
    {
        var face = content.IsEmphasised ? Theme.BodyBold : Theme.Body;
        for (var column = 0; column < content.Cells.Count; column++)
        {
            var cell = worksheet.Cell(row, column + 1);
            cell.Write(content.Cells[column]);
            Align(cell, column);
            cell.Style.Alignment.SetWrapText(!sheet.Columns[column].IsNumber);
            cell.Style.SetFont(face, Theme.Ink);
            cell.Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Theme.Rule);
            if (content.IsEmphasised)
                cell.Style.Fill.SetBackgroundColor(Theme.Emphasis);
        }

        SetHeight(row, RowLines.Count(sheet, _widthsPixels, content.Cells.Select(CellText.Shown), face));
    }

    private void Align(IXLCell cell, int column)
    {
        var isNumber = sheet.Columns[column].IsNumber;
        cell.Style.Alignment
            .SetHorizontal(isNumber ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center)
            // Not at the right: LibreOffice applies that to some cells of a column only, and digits would not align.
            .Alignment.SetIndent(isNumber ? 0 : 1);
    }

    private void SetHeight(int row, int lines) =>
        worksheet.Row(row).Height = Math.Min((lines * Theme.Body.LineHeightPoints) + Theme.RowPaddingPoints, Theme.TallestRowPoints);

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
