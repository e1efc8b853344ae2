using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ControlStrategy.Testing.Workbooks;

/// <summary>A workbook as text that people can review: sheets, print set-up, tables, cells with how they are shown.</summary>
public static class WorkbookText
{
    /// <summary>Writes the sheets as text; all of them where none is named.</summary>
    public static string Of(Stream workbook, params string[] sheetNames)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        var book = document.WorkbookPart!;
        var cells = new CellText(book);
        var text = new StringBuilder();
        foreach (var (index, sheet) in book.Workbook.Sheets!.Elements<Sheet>().Index())
        {
            if (sheetNames.Length > 0 && !sheetNames.Contains(sheet.Name!.Value, StringComparer.Ordinal))
                continue;
            var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            text.Append(CultureInfo.InvariantCulture, $"=== {sheet.Name} ({sheet.State ?? SheetStateValues.Visible})\n");
            WriteSetup(text, part, TitlesOf(book, index));
            foreach (var row in part.Worksheet.Descendants<Row>())
                WriteRow(text, row, part, cells);
        }

        return text.ToString();
    }

    private static void WriteSetup(StringBuilder text, WorksheetPart part, string titles)
    {
        var page = part.Worksheet.GetFirstChild<PageSetup>();
        var pane = part.Worksheet.Descendants<Pane>().FirstOrDefault();
        text.Append(CultureInfo.InvariantCulture, $"    paper {page?.PaperSize} {page?.Orientation}, pages wide {page?.FitToWidth ?? 1} high {page?.FitToHeight ?? 1}, ");
        text.Append(CultureInfo.InvariantCulture, $"rows repeated {titles}, rows frozen {pane?.VerticalSplit ?? 0}\n");
        var widths = part.Worksheet.Descendants<Column>().Select(column => column.Width!.Value.ToString("0.0", CultureInfo.InvariantCulture));
        text.Append(CultureInfo.InvariantCulture, $"    widths {string.Join(" ", widths)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    footer {part.Worksheet.Descendants<OddFooter>().FirstOrDefault()?.Text}\n");
        foreach (var table in part.TableDefinitionParts.Select(definition => definition.Table))
            text.Append(CultureInfo.InvariantCulture, $"    table {table.Name} {table.Reference}\n");
    }

    private static string TitlesOf(WorkbookPart book, int sheetIndex) => book.Workbook.DefinedNames?.Elements<DefinedName>()
        .FirstOrDefault(name => name.Name == "_xlnm.Print_Titles" && name.LocalSheetId?.Value == sheetIndex)?.Text ?? "none";

    private static void WriteRow(StringBuilder text, Row row, WorksheetPart part, CellText cells)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {row.RowIndex} (height {row.Height?.Value.ToString("0.#", CultureInfo.InvariantCulture)})\n");
        foreach (var cell in row.Elements<Cell>().Where(cell => cell.CellValue is not null))
        {
            var link = part.Worksheet.Descendants<Hyperlink>().FirstOrDefault(link => link.Reference == cell.CellReference)?.Location;
            text.Append(CultureInfo.InvariantCulture, $"    {cell.CellReference} {cells.Describe(cell)}{(link is null ? "" : $" -> {link}")}\n");
        }
    }
}
