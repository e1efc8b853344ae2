using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using Xunit;
using static ControlStrategy.Data.Tests.Importing.WorkbookBytes;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>What a cell is as text. A value that no column takes is shown by the rejection of its row.</summary>
public sealed class WorkbookCellTests : ImportTest
{
    private const int Percentage = 1;
    private const int Day = 2;
    private const int Time = 3;
    private const int PercentSignAsText = 4;
    private const string Unknown = "is not the code of a measure known here";
    private static readonly string Header = Row(1, [.. "measure,area,period,value".Split(',').Select(Text)]);

    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(67.141199999999998, "67.1412")]
    [InlineData(2021, "2021")]
    [InlineData(-0.0, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(123456789012345678, "123456789012346000")]
    [InlineData(1.5e-7, "0.00000015")]
    public async Task A_number_has_at_most_15_digits_and_no_exponent(double number, string text) => await AssertShownAsync(Number(number), text, Unknown);

    [Theory]
    [InlineData("t=\"b\"><v>1</v>", "TRUE")]
    [InlineData("t=\"inlineStr\"><is><t>a</t></is>", "a")]
    [InlineData("t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is>", "ab")]
    [InlineData("t=\"str\"><v>a</v>", "a")]
    [InlineData("t=\"d\"><v>2021-04-01</v>", "2021-04-01")]
    public async Task Other_values_are_as_a_csv_file_has_them(string cell, string text) => await AssertShownAsync(cell, text, Unknown);

    [Fact]
    public async Task A_day_is_written_year_first() => await AssertShownAsync(Number(44287, Day), "2021-04-01", Unknown);

    [Fact]
    public async Task A_time_of_day_or_a_duration_is_not_taken()
    {
        await AssertShownAsync(Number(44287.5, Day), "2021-04-01T12:00:00", "is a time of day, and only days from March 1900 are taken");
        await AssertShownAsync(Number(59, Day), "1900-02-28T00:00:00", "is a time of day, and only days from March 1900 are taken");
        await AssertShownAsync(Number(1.5, Time), "1.12:00:00", "is a time, and only days are taken");
    }

    [Fact]
    public async Task A_number_shown_in_per_cent_is_not_taken_for_it_is_a_hundred_times_smaller()
    {
        await AssertShownAsync(Number(0.67, Percentage), "0.67", "is shown as 67%: write the number that is meant in a cell without percent format");
        await AssertShownAsync(Number(0.67, PercentSignAsText), "0.67", Unknown);
    }

    [Fact]
    public async Task Rows_are_named_by_their_number_in_the_sheet_and_empty_ones_are_passed_over()
    {
        var rows = $"<row r=\"2\"/>{Header.Replace("1\"", "3\"", StringComparison.Ordinal)}<row r=\"7\"><c r=\"B7\" s=\"1\"/></row>";

        await ImportAsync(OfXml(rows + Row(9, Text("x"), "", "", "", "") + Row(11, Text("y"), "", "", "", Text("z"))));

        Assert.Equal((9, "measure", "x"), (Database.Rejections[0].Line, Database.Rejections[0].Column, Database.Rejections[0].Value));
        Assert.Equal((11, "", "y,,,,z", "has 5 fields, and the header 4"), (Database.Rejections[1].Line, Database.Rejections[1].Column, Database.Rejections[1].Value, Database.Rejections[1].Reason));
        Assert.Equal(2, Database.Rejections.Count);
    }

    [Fact]
    public async Task The_first_visible_sheet_is_read_and_no_other()
    {
        var workbook = OfXml("<row><c><f>1</f></c></row>");
        workbook.Parts["xl/workbook.xml"] = Workbook(
            """<sheet name="Lists" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="Figures" sheetId="2" r:id="rId2"/><sheet name="Sums" sheetId="3" r:id="rId3"/>""");
        workbook.Parts["xl/_rels/workbook.xml.rels"] = Sheets(3);
        workbook.Parts["xl/worksheets/sheet2.xml"] = SheetXml(Header + Row(2, Text("all-crimes"), Text("S12000033"), Text("2021/22"), Number(5)));
        workbook.Parts["xl/worksheets/sheet3.xml"] = SheetXml("<row><c><f>2</f></c></row>");

        await ImportAsync(workbook);

        Assert.Equal(["all-crimes S12000033 2021-04-01 2022-03-31 5"], await Database.ObservationsAsync());
    }

    [Fact]
    public async Task A_header_cell_is_text_like_any_other()
    {
        var refusal = await Assert.ThrowsAsync<ImportHeaderException>(() => ImportAsync(OfXml(Row(1, Number(2021), Number(0.5, Percentage)) + Row(2, Text("x")))));

        Assert.Contains("\"0.5\" is shown as 50%", refusal.Message, StringComparison.Ordinal);
    }

    private async Task AssertShownAsync(string cell, string text, string reason)
    {
        Database.Rejections.Clear();
        await ImportAsync(OfXml(Header + Row(2, cell, Text("S12000033"), Text("2021/22"), Number(1))));
        var rejected = Assert.Single(Database.Rejections);
        Assert.Equal((2, "measure", text, reason), (rejected.Line, rejected.Column, rejected.Value, rejected.Reason));
    }

    private Task ImportAsync(WorkbookBytes workbook) => Database.ImportFileAsync(ImportKind.Observations, Database.Write("figures.xlsx", workbook.ToArray()));
}
