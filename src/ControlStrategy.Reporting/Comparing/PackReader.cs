using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ControlStrategy.Reporting.Comparing;

/// <summary>Reads workbooks that this program has made.</summary>
public static class PackReader
{
    /// <summary>The most characters a part of the file may have unpacked: 100 million.</summary>
    public const long LongestPart = 100_000_000;

    private const string ManifestSheet = "Manifest";

    /// <summary>Reads the tables and the manifest of a workbook.</summary>
    /// <param name="file">The file, from its first byte; it is seekable.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="PackException">The file is no workbook, is damaged or too large, or no report of this program.</exception>
    public static Pack Read(Stream file, string name)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = LongestPart });
            var tables = Tables(document.WorkbookPart ?? throw new PackException($"{name} is not a workbook.")).ToList();
            var manifest = tables.Find(table => table.Sheet == ManifestSheet && table.Headers.Count == 2 && table.Rows.Any(row => row[0].Text == Pack.ReportItem))
                ?? throw new PackException($"{name} has no manifest: it is no report of this program, or from before reports had one.");
            return new Pack(manifest.Rows.ToDictionary(row => row[0].Text, row => row[1].Text, StringComparer.Ordinal), [.. tables.Where(table => table != manifest)]);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or FormatException or ArgumentException)
        {
            throw new PackException($"{name} cannot be read as a workbook: {exception.Message}", exception);
        }
    }

    private static IEnumerable<PackTable> Tables(WorkbookPart workbook)
    {
        var texts = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart part) continue;
            foreach (var reference in part.TableDefinitionParts.Select(table => table.Table?.Reference?.Value).OfType<string>())
                yield return Table(sheet.Name?.Value ?? "", part, CellRange.Parse(reference), texts);
        }
    }

    private static PackTable Table(string sheet, WorksheetPart part, CellRange range, List<string> texts)
    {
        var rows = new List<IReadOnlyList<PackCell>>();
        foreach (var row in part.Worksheet.Descendants<Row>().Where(row => row.RowIndex?.Value is { } index && range.HasRow((int)index)))
        {
            var cells = new PackCell[range.Width];
            Array.Fill(cells, new PackCell("", false));
            foreach (var cell in row.Elements<Cell>())
            {
                if (cell.CellReference?.Value is { } reference && range.PlaceOf(reference) is { } place) cells[place] = Read(cell, texts);
            }
            rows.Add(cells);
        }
        return rows.Count == 0 ? new PackTable(sheet, [], []) : new PackTable(sheet, [.. rows[0].Select(cell => cell.Text)], rows[1..]);
    }

    private static PackCell Read(Cell cell, List<string> texts)
    {
        if (cell.DataType?.Value == CellValues.SharedString) return new PackCell(texts[int.Parse(cell.InnerText, CultureInfo.InvariantCulture)], false);
        if (cell.DataType?.Value is not null and not CellValues.Number) return new PackCell(cell.InnerText, false);
        return cell.CellValue is { } value
            ? new PackCell(double.Parse(value.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), true)
            : new PackCell("", false);
    }
}

/// <summary>A file that is no pack.</summary>
/// <param name="message">Which file, and why.</param>
/// <param name="innerException">What was thrown below, where there is such a thing.</param>
public sealed class PackException(string message, Exception? innerException = null) : ReportException(message, innerException);
