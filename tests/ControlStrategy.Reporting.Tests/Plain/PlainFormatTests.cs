using System.Text;
using System.Text.Json;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Plain;
using ControlStrategy.Reporting.Tests.Reports;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Plain;

/// <summary>What a workbook says, as CSV and JSON.</summary>
public sealed class PlainFormatTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=cmd|'/c calc'!A1", "\"'=cmd|'/c calc'!A1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-2-3", "\"'-2-3\"")]
    [InlineData("@x", "\"'@x\"")]
    public async Task Text_is_quoted_as_the_standard_says_and_never_a_formula(string text, string field) =>
        Assert.Equal($"Header\r\n{field}\r\n", await CsvAsync(Table(new TextCell(text))));

    [Fact]
    public async Task Numbers_stay_numbers_in_the_unit_of_their_header()
    {
        Assert.Equal("Header\r\n-641\r\n", await CsvAsync(Table(new NumberCell(-641, "0"))));
        Assert.Equal("Header\r\n10.5\r\n", await CsvAsync(Table(new NumberCell(0.105, "0.0%") { Plain = 10.5 })));
        Assert.Equal("Header\r\n[x]\r\n", await CsvAsync(Table(new WithheldCell(Shorthand.NotAvailable))));
    }

    [Fact]
    public async Task Every_table_of_a_report_has_its_rows_and_its_percentages_in_per_cent()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());
        using var file = new MemoryStream();
        await ContentJson.WriteAsync(content, file, CancellationToken.None);
        var json = JsonDocument.Parse(file.ToArray()).RootElement;

        Assert.Equal("Recorded crime in Aberdeen City, 2021/22", json.GetProperty("title").GetString());
        Assert.Equal("2026-03-14T09:30:12.345Z", json.GetProperty("dataAsAt").GetString());
        Assert.Equal(content.Sheets.Select(sheet => (sheet.Name, sheet.Rows.Count)), json.GetProperty("tables").EnumerateArray().Select(table => (table.GetProperty("name").GetString()!, table.GetProperty("rows").GetArrayLength())));
        var summary = json.GetProperty("tables")[0];
        Assert.StartsWith("""["All crimes",15781,14281,1500,10.503466143827463,15128.6,4.3123""", summary.GetProperty("rows")[0].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("""{"withheld":"[x]","meaning":"Not available"}""", summary.GetProperty("rows").GetRawText(), StringComparison.Ordinal);
    }

    private static SheetContent Table(ReportCell cell) => new()
    {
        Name = "Sheet",
        TableName = "tblSheet",
        Title = "Title",
        Introduction = [],
        Columns = [new ColumnContent("Header", IsNumber: cell is not TextCell)],
        Rows = [new RowContent([cell], IsEmphasised: false)],
    };

    private static async Task<string> CsvAsync(SheetContent table)
    {
        using var file = new MemoryStream();
        await TableCsv.WriteAsync(table, file, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
