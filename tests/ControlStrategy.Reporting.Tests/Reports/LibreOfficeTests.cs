using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Xlsx;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Reports;

public sealed class LibreOfficeTests
{
    // Text in UTF-8, values as shown, every sheet in a file of its own.
    private const string CsvAsShown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1";

    [SkippableFact]
    public async Task LibreOffice_makes_a_pdf_of_the_workbook()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());

        var folder = await LibreOffice.ConvertAsync(WorkbookWriter.Write(content), "pdf");

        var pdf = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "workbook.pdf"));
        folder.Delete(recursive: true);
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
    }

    [SkippableFact]
    public async Task LibreOffice_shows_every_cell_as_it_was_meant()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());

        var folder = await LibreOffice.ConvertAsync(WorkbookWriter.Write(content), CsvAsShown);

        var shown = content.Sheets.ToDictionary(sheet => sheet, sheet => Lines(folder, sheet));
        folder.Delete(recursive: true);
        foreach (var sheet in content.Sheets)
            Assert.Equal(sheet.Rows.Select(Line), shown[sheet][^sheet.Rows.Count..]);
    }

    [SkippableFact]
    public async Task LibreOffice_opens_an_awkward_workbook()
    {
        var folder = await LibreOffice.ConvertAsync(WorkbookWriter.Write(await Awkward.ComposeAsync()), CsvAsShown);

        var cover = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "workbook-Cover.csv"));
        folder.Delete(recursive: true);
        Assert.Contains("=Aber&deen 'City'", cover, StringComparison.Ordinal);
    }

    private static string[] Lines(DirectoryInfo folder, SheetContent sheet) =>
        File.ReadAllLines(Path.Combine(folder.FullName, $"workbook-{sheet.Name}.csv"));

    private static string Line(RowContent row) => string.Join(',', row.Cells.Select(cell => Quoted(CellText.Shown(cell))));

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
