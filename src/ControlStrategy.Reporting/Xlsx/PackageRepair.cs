using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Mends in one pass what ClosedXML 0.95.4 writes wrongly or loses. The file is never opened in ClosedXML again.</summary>
internal static partial class PackageRepair
{
    /// <summary>Mends a saved workbook.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="tables">Where the tables stand.</param>
    public static void Apply(Stream package, IReadOnlyList<TablePlacement> tables)
    {
        using var document = SpreadsheetDocument.Open(package, isEditable: true);
        var workbook = document.WorkbookPart!;
        MakePrintTitlesAbsolute(workbook.Workbook);
        RemoveEmptyNumberFormat(workbook.WorkbookStylesPart!.Stylesheet);
        RestoreSurrogatePairs(workbook.SharedStringTablePart);
        ClearBlankCells(workbook.WorksheetParts);
        foreach (var table in tables)
            WriteExactNumbers(WorksheetOf(table.Sheet.Name, workbook), table);
    }

    private static Worksheet WorksheetOf(string name, WorkbookPart workbook)
    {
        var id = workbook.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)workbook.GetPartById(id)).Worksheet;
    }

    // Written as Summary!5:5, which some programs do not take for rows to repeat.
    private static void MakePrintTitlesAbsolute(Workbook workbook)
    {
        foreach (var name in workbook.DefinedNames?.Elements<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles") ?? [])
            name.Text = RelativeRows().Replace(name.Text, "!$$$1:$$$2");
    }

    // The format 0 is built in; redefined as empty, LibreOffice shows truth values as numbers.
    private static void RemoveEmptyNumberFormat(Stylesheet styles)
    {
        if (styles.NumberingFormats is not { } formats)
            return;
        foreach (var format in formats.Elements<NumberingFormat>().Where(format => format.NumberFormatId?.Value == 0).ToList())
            format.Remove();
        formats.Count = (uint)formats.ChildElements.Count;
        if (!formats.HasChildren)
            formats.Remove();
    }

    // Characters above U+FFFF are written as two escapes, which no reader puts together again.
    private static void RestoreSurrogatePairs(SharedStringTablePart? strings)
    {
        foreach (var text in strings?.SharedStringTable.Descendants<Text>() ?? [])
            text.Text = EscapedPair().Replace(text.Text, pair => $"{CodeUnit(pair.Groups[1])}{CodeUnit(pair.Groups[2])}");
    }

    private static char CodeUnit(Capture digits) => (char)ushort.Parse(digits.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // Said to hold a shared text, but without naming one.
    private static void ClearBlankCells(IEnumerable<WorksheetPart> worksheets)
    {
        foreach (var cell in worksheets.SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.CellValue is null))
            cell.DataType = null;
    }

    // Written with 15 digits; a figure is as the answer gave it.
    private static void WriteExactNumbers(Worksheet worksheet, TablePlacement table)
    {
        var cells = worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        foreach (var (reference, value) in table.Numbers())
            cells[reference].CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("!([0-9]+):([0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RelativeRows();

    // A text that looks like an escape has its first underscore escaped, so it is not taken for one.
    [GeneratedRegex("_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedPair();
}
