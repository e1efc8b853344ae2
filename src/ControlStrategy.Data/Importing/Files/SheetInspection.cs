using System.Globalization;
using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>Goes through the XML of a sheet once, in bounded memory, and refuses what could not be read as it stands.</summary>
/// <param name="path">The path as it was given, for messages.</param>
/// <param name="sheet">The sheet's name.</param>
/// <param name="sharedTexts">How many texts the workbook shares between its cells.</param>
/// <param name="limits">How many cells there may be.</param>
internal sealed class SheetInspection(string path, string sheet, int sharedTexts, ImportLimits limits)
{
    private static readonly string[] SheetNamespaces =
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

    private int _row;
    private int _column;
    private int _lastColumn;
    private int _columnWidths;
    private bool _isSharedText;

    private string Cell => new CellReference(_column, _row).ToString();

    /// <summary>Reads the sheet to its end.</summary>
    /// <param name="elements">The elements of the sheet, each while the reader stands at it.</param>
    /// <exception cref="ImportException">It is no sheet of cells, too large, damaged, or has formulas, merged cells or errors.</exception>
    public void Check(IEnumerable<XmlReader> elements)
    {
        string? sheetNamespace = null;
        foreach (var element in elements)
        {
            sheetNamespace ??= element.LocalName == "worksheet" && SheetNamespaces.Contains(element.NamespaceURI)
                ? element.NamespaceURI
                : throw Damaged("there are no cells.");
            // Extensions have elements of the same names that are not about cells.
            if (element.NamespaceURI == sheetNamespace)
                Check(element);
        }

        if (sheetNamespace is null)
            throw Damaged("there are no cells.");
    }

    private void Check(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "row":
                BeginRow(element.GetAttribute("r"));
                break;
            case "c":
                BeginCell(element.GetAttribute("r"), element.GetAttribute("t"));
                break;
            case "f":
                throw new ImportFormulaException(path, sheet, Cell);
            case "v" when _isSharedText:
                CheckSharedText(element);
                break;
            case "col" when ++_columnWidths > CellReference.LastColumn:
                throw Damaged("there are more widths than columns.");
            case "mergeCell":
                throw new ImportMergedCellsException(path, sheet, element.GetAttribute("ref") ?? "");
        }
    }

    private void BeginRow(string? number)
    {
        var row = _row + 1;
        if (number is not null && (!CellReference.TryParseRow(number, out row) || row <= _row))
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"row \"{number}\" follows row {_row}."));
        (_row, _column) = (row, 0);
        CheckSize();
    }

    private void BeginCell(string? reference, string? type)
    {
        var cell = new CellReference(_column + 1, _row);
        if (reference is not null && (!CellReference.TryParse(reference, out cell) || cell.Row != _row || cell.Column <= _column))
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"cell \"{reference}\" stands in row {_row} behind column {_column}."));
        _column = cell.Column;
        _lastColumn = Math.Max(_lastColumn, _column);
        CheckSize();
        _isSharedText = type is "s";
        if (type is "e")
            throw new ImportErrorCellException(path, sheet, Cell);
    }

    // Rows and columns that are left out are read as empty cells, so they count.
    private void CheckSize()
    {
        if ((long)_row * _lastColumn > limits.MaximumWorkbookCells || _row > CellReference.LastRow || _column > CellReference.LastColumn)
            throw new ImportWorkbookTooLargeException(path, $"cells down to {Cell}", limits.MaximumWorkbookCells, nameof(limits.MaximumWorkbookCells));
    }

    private void CheckSharedText(XmlReader element)
    {
        // The library would take the number of a text that is not there for the cell's value.
        var number = element.ReadString();
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= sharedTexts)
            throw Damaged($"cell {Cell} has a text that is not there.");
    }

    private ImportWorkbookDamagedException Damaged(string problem) => new(path, $"in sheet \"{sheet}\", {problem}");
}
