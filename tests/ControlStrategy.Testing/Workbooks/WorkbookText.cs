using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
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
            Line(text, $"=== {sheet.Name} ({sheet.State ?? SheetStateValues.Visible})");
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
        Line(text, $"    paper {page?.PaperSize} {page?.Orientation}, pages wide {page?.FitToWidth ?? 1} high {page?.FitToHeight ?? 1}");
        Line(text, $"    rows repeated {titles}, rows frozen {pane?.VerticalSplit ?? 0}");
        Line(text, $"    widths {string.Join(" ", part.Worksheet.Descendants<Column>().Select(column => OneDecimal(column.Width)))}");
        Line(text, $"    footer {part.Worksheet.Descendants<OddFooter>().FirstOrDefault()?.Text}");
        foreach (var table in part.TableDefinitionParts.Select(definition => definition.Table))
            Line(text, $"    table {table.Name} {table.Reference}");
    }

    private static string TitlesOf(WorkbookPart book, int sheetIndex) => book.Workbook.DefinedNames?.Elements<DefinedName>()
        .FirstOrDefault(name => name.Name == "_xlnm.Print_Titles" && name.LocalSheetId?.Value == sheetIndex)?.Text ?? "none";

    private static void WriteRow(StringBuilder text, Row row, WorksheetPart part, CellText cells)
    {
        Line(text, $"  {row.RowIndex} (height {OneDecimal(row.Height)})");
        foreach (var cell in row.Elements<Cell>().Where(cell => cell.CellValue is not null))
        {
            var link = part.Worksheet.Descendants<Hyperlink>().FirstOrDefault(link => link.Reference == cell.CellReference)?.Location;
            Line(text, $"    {cell.CellReference} {cells.Describe(cell)}{(link is null ? "" : $" -> {link}")}");
        }
    }

    private static string? OneDecimal(DoubleValue? value) => value?.Value.ToString("0.0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
