using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace ControlStrategy.Testing.Workbooks;

/// <summary>Describes one cell: what it holds, how a program shows it, and its style where it is not the plain one.</summary>
internal sealed class CellText(WorkbookPart book)
{
    private readonly List<string> _strings =
        [.. book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText)];
    private readonly List<CellFormat> _formats = [.. Styles(book).CellFormats!.Elements<CellFormat>()];
    private readonly List<Font> _fonts = [.. Styles(book).Fonts!.Elements<Font>()];
    private readonly List<Fill> _fills = [.. Styles(book).Fills!.Elements<Fill>()];
    private readonly Dictionary<uint, string> _patterns = Styles(book).NumberingFormats?.Elements<NumberingFormat>()
        .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!) ?? [];

    public string Describe(Cell cell)
    {
        var format = _formats[(int)(cell.StyleIndex?.Value ?? 0)];
        var value = cell.CellValue!.Text;
        var pattern = _patterns.GetValueOrDefault(format.NumberFormatId!.Value);
        var shown = cell.DataType?.Value == CellValues.SharedString
            ? $"\"{_strings[int.Parse(value, CultureInfo.InvariantCulture)]}\""
            : $"{value} shown {Shown(value, pattern)} by {pattern ?? "General"}";
        return $"{shown}{Style(format)}";
    }

    private static Stylesheet Styles(WorkbookPart book) => book.WorkbookStylesPart!.Stylesheet;

    private static string Shown(string value, string? pattern) =>
        new NumberFormat(pattern ?? "General").Format(double.Parse(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private string Style(CellFormat format)
    {
        var font = _fonts[(int)format.FontId!.Value];
        var fill = _fills[(int)format.FillId!.Value].PatternFill?.ForegroundColor?.Rgb?.Value;
        string?[] marks =
        [
            font.Bold is null ? null : "bold",
            font.FontSize?.Val?.Value is 11 or null ? null : $"{font.FontSize.Val.Value.ToString(CultureInfo.InvariantCulture)} pt",
            fill is null ? null : $"fill {fill}",
            format.Alignment?.Horizontal?.Value == HorizontalAlignmentValues.Right ? "right" : null,
            format.QuotePrefix?.Value == true ? "quote prefix" : null,
        ];
        var present = marks.Where(mark => mark is not null).ToList();
        return present.Count == 0 ? "" : $" [{string.Join(", ", present)}]";
    }
}
