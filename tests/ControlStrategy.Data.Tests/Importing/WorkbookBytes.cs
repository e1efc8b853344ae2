using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Writes workbooks part by part, so that hostile and damaged ones can be made too.</summary>
internal sealed class WorkbookBytes
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The parts by their names; any may be replaced, added or removed before the bytes are asked for.</summary>
    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = ContentTypes(MediaType),
        ["xl/workbook.xml"] = Workbook("""<sheet name="Figures" sheetId="1" r:id="rId1"/>"""),
        ["xl/_rels/workbook.xml.rels"] = Sheets(1),
        // The styles of cells by number: 0 plain, 1 per cent, 2 day, 3 time, 4 a percent sign that is only text.
        ["xl/styles.xml"] = $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;%&quot;"/></numFmts>
            <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="46"/><xf numFmtId="164"/></cellXfs></styleSheet>
            """,
    };

    public static string ContentTypes(string ofWorkbook) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="{ofWorkbook}"/></Types>""";

    public static string Workbook(string sheets) => $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets></workbook>""";

    public static string Sheets(int count) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(Enumerable.Range(1, count).Select(Sheet))}</Relationships>""";

    public static string SheetXml(string rows, string behind = "") => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{behind}</worksheet>""";

    public static string Texts(string items) => $"""<sst xmlns="{Main}">{items}</sst>""";

    /// <summary>A workbook with one sheet of these rows.</summary>
    public static WorkbookBytes OfXml(string rows, string behind = "")
    {
        var workbook = new WorkbookBytes();
        workbook.Parts["xl/worksheets/sheet1.xml"] = SheetXml(rows, behind);
        return workbook;
    }

    /// <summary>The records of a CSV file without quotes, as a person has them after opening it in a spreadsheet: numbers are numbers.</summary>
    public static WorkbookBytes OfCsv(string csv)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = csv.ReplaceLineEndings("\n").Split('\n').Select((line, row) => line.Length == 0 ? "" : Row(row + 1, [.. line.Split(',').Select(field => OfField(field, texts))]));
        var workbook = OfXml(string.Concat(rows));
        workbook.Parts["xl/sharedStrings.xml"] = Texts(string.Concat(texts.Keys.Select(text => $"<si><t>{SecurityElement.Escape(text)}</t></si>")));
        return workbook;
    }

    /// <summary>A row of cells, each its attributes and content, such as <c>t="s"><v>0</v></c>; an empty one is left out.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{number}\" {cell}</c>"))}</row>";

    /// <summary>A cell with a text of its own.</summary>
    public static string Text(string text) => $"t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is>";

    /// <summary>A cell with a number, shown by one of the styles.</summary>
    public static string Number(double number, int style = 0) => string.Create(CultureInfo.InvariantCulture, $"s=\"{style}\"><v>{number:R}</v>");

    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static string Sheet(int number) =>
        $"""<Relationship Id="rId{number}" Type="{Relations}/worksheet" Target="worksheets/sheet{number}.xml"/>""";

    private static string OfField(string field, Dictionary<string, int> texts)
    {
        if (field.Length == 0)
            return "";
        if (double.TryParse(field, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Number(number);
        texts.TryAdd(field, texts.Count);
        return $"t=\"s\"><v>{texts[field]}</v>";
    }
}
