using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;
using static ControlStrategy.Data.Tests.Importing.WorkbookBytes;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Workbooks whose values could not be taken as they stand.</summary>
public sealed class WorkbookRefusalTests : ImportTest
{
    private static readonly string Header = Row(1, [.. "measure,area,period,value".Split(',').Select(Text)]);
    private static readonly string Good = Row(2, Text("all-crimes"), Text("S12000033"), Text("2021/22"), Number(15781));

    [Fact]
    public async Task A_formula_is_named_although_its_result_is_saved() => Assert.Equal(
        "D3",
        (await AssertRefusedAsync<ImportFormulaException>(
            OfXml(Header + Good + Row(3, Text("all-crimes"), Text("S12000036"), Text("2021/22"), "><f>D2*2</f><v>31562</v>")),
            "has a formula in cell D3 of sheet \"Figures\".")).Cell);

    [Fact]
    public async Task Merged_cells_are_named() => Assert.Equal(
        "A2:A3",
        (await AssertRefusedAsync<ImportMergedCellsException>(
            OfXml(Header + Good, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"), "has merged cells A2:A3 in sheet \"Figures\".")).Range);

    [Fact]
    public async Task An_error_cell_is_named() => Assert.Equal(
        "D2",
        (await AssertRefusedAsync<ImportErrorCellException>(
            OfXml(Header + Row(2, Text("all-crimes"), Text("S12000033"), Text("2021/22"), "t=\"e\"><v>#N/A</v>")),
            "has an error such as #N/A in cell D2 of sheet \"Figures\".")).Cell);

    [Theory]
    [InlineData("xl/vbaProject.bin", "x")]
    [InlineData("xl/macrosheets/sheet1.xml", "<x/>")]
    [InlineData("[Content_Types].xml", null)]
    public async Task Macros(string part, string? content)
    {
        var workbook = OfXml(Header + Good);
        workbook.Parts[part] = content ?? ContentTypes("application/vnd.ms-excel.sheet.macroEnabled.main+xml");

        await AssertRefusedAsync<ImportMacrosException>(workbook, "is a workbook with macros");
    }

    [Fact]
    public async Task An_old_or_protected_workbook() =>
        await AssertRefusedAsync<ImportOldWorkbookException>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]], "is an old Excel workbook (.xls), or one protected");

    [Fact]
    public async Task Another_archive()
    {
        var archive = new WorkbookBytes();
        archive.Parts.Clear();
        archive.Parts["figures.csv"] = TidyHeader;

        await AssertRefusedAsync<ImportNotWorkbookException>(archive, "is a ZIP archive, but no XLSX workbook.");
    }

    [Theory]
    [InlineData("<row r=\"5\"/><row r=\"5\"/>", "row \"5\" follows row 5")]
    [InlineData("<row r=\"0\"/>", "row \"0\" follows row 0")]
    [InlineData("<row r=\"1048577\"/>", "row \"1048577\" follows row 0")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>", "cell \"XFE1\" stands in row 1 behind column 0")]
    [InlineData("<row r=\"1\"><c r=\"FXSHRXW1\"/></row>", "cell \"FXSHRXW1\" stands in row 1 behind column 0")]
    [InlineData("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "cell \"A1\" stands in row 1 behind column 2")]
    [InlineData("<row r=\"1\"><c r=\"A2\"/></row>", "cell \"A2\" stands in row 1 behind column 0")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", "cell A1 has a text that is not there")]
    public async Task Cells_that_cannot_be(string rows, string problem) =>
        await AssertRefusedAsync<ImportWorkbookDamagedException>(OfXml(rows), $"is a damaged workbook: in sheet \"Figures\", {problem}.");

    [Fact]
    public async Task A_sheet_that_breaks_off_or_is_missing_or_is_a_chart()
    {
        var workbook = OfXml(Header);
        foreach (var xml in new[] { SheetXml(Header)[..^20], "", "<chartsheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>" })
        {
            workbook.Parts["xl/worksheets/sheet1.xml"] = xml;
            await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook, "is a damaged workbook: ");
        }

        workbook.Parts.Remove("xl/worksheets/sheet1.xml");
        await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook, "is a damaged workbook: sheet \"Figures\" is missing.");
    }

    [Theory]
    [InlineData("<x/>")]
    [InlineData("""<Relationship Id="rId1" Target="worksheets/sheet1.bin"/>""")]
    [InlineData("""<Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId1" Target="worksheets/other.xml"/>""")]
    [InlineData("""<Relationship Id="rId1" Target="../worksheets/sheet1.xml"/>""")]
    public async Task A_sheet_that_cannot_be_told_or_is_no_xml(string relations)
    {
        var workbook = OfXml(Header + Good);
        workbook.Parts["xl/worksheets/sheet1.bin"] = workbook.Parts["xl/worksheets/other.xml"] = workbook.Parts["xl/worksheets/sheet1.xml"];
        workbook.Parts["xl/_rels/workbook.xml.rels"] = $"<Relationships>{relations}</Relationships>";

        await AssertRefusedAsync<ImportWorkbookDamagedException>(workbook, "is a damaged workbook: ");
    }

    [Fact]
    public async Task A_workbook_cut_off()
    {
        var whole = OfXml(Header + Good).ToArray();

        await AssertRefusedAsync<ImportWorkbookDamagedException>(whole[..^1], "is a damaged workbook: ");
        await AssertRefusedAsync<ImportWorkbookDamagedException>(whole[..(whole.Length / 2)], "is a damaged workbook: ");
    }

    [Fact]
    public async Task An_empty_sheet() => await AssertRefusedAsync<ImportHeaderException>(OfXml("<row r=\"3\"/>"), "has the wrong header: sheet \"Figures\" is empty.");

    [Fact]
    public async Task A_header_alone() => await AssertRefusedAsync<ImportFileWithoutRowsException>(OfXml(Header), "has a header and no rows.");

    private Task<T> AssertRefusedAsync<T>(WorkbookBytes workbook, string message)
        where T : ImportException => AssertRefusedAsync<T>(workbook.ToArray(), message);

    private async Task<T> AssertRefusedAsync<T>(byte[] content, string message)
        where T : ImportException
    {
        var path = Database.Write("figures.xlsx", content);
        var refusal = await Assert.ThrowsAsync<T>(() => Database.ImportFileAsync(ImportKind.Observations, path));
        Assert.StartsWith($"{path} {message}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Database.CountAsync<Import>());
        return refusal;
    }
}
