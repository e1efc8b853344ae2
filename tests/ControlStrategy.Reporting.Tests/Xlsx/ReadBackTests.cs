using System.Text;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Xlsx;
using ExcelDataReader;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Xlsx;

public sealed class ReadBackTests
{
    [Fact]
    public async Task Another_reader_finds_every_cell_as_it_was_composed()
    {
        var content = await Awkward.ComposeAsync();
        using var reader = Open(content);

        var cellCount = 0;
        foreach (var sheet in content.Sheets)
        {
            Assert.True(reader.NextResult());
            Assert.Equal(sheet.Name, reader.Name);
            cellCount += AssertTable(sheet, Rows(reader));
        }

        Assert.False(reader.NextResult());
        Assert.Equal(content.Sheets.Sum(sheet => sheet.Rows.Count * sheet.Columns.Count), cellCount);
    }

    [Fact]
    public async Task The_texts_that_look_like_something_else_are_the_texts_they_were()
    {
        var content = await Awkward.ComposeAsync();
        using var reader = Open(content);
        reader.NextResult();

        var texts = Rows(reader).Select(row => row[0] as string).ToList();

        Assert.All(Awkward.Texts.SkipLast(1), text => Assert.Contains(text.Replace('\u0007', '\uFFFD'), texts));
    }

    [Fact]
    public async Task The_sheet_has_a_name_that_every_program_takes()
    {
        using var reader = Open(await Awkward.ComposeAsync());
        reader.NextResult();

        Assert.Equal("Counts -all-- a-b-c-- and much", reader.Name);
    }

    private static IExcelDataReader Open(ReportContent content)
    {
        // The reader names an encoding of old files when it starts, which .NET has only after this.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(WorkbookWriter.Write(content));
    }

    private static int AssertTable(SheetContent sheet, List<object?[]> rows)
    {
        Assert.Equal(sheet.Title, rows[0][0]);
        var header = rows.FindIndex(row => sheet.Columns.Select(column => column.Header).SequenceEqual(row.Take(sheet.Columns.Count)));
        Assert.True(header > 0, "The header row is not found.");
        foreach (var (expected, actual) in sheet.Rows.Zip(rows[(header + 1)..], (row, read) => (row, read)))
            Assert.Equal(expected.Cells.Select(ValueOf), actual.Take(sheet.Columns.Count));
        Assert.Equal(header + 1 + sheet.Rows.Count, rows.Count);
        return sheet.Rows.Sum(row => row.Cells.Count);
    }

    private static object? ValueOf(ReportCell cell) => cell switch
    {
        NumberCell number => number.Value,
        _ => CellText.Shown(cell),
    };

    private static List<object?[]> Rows(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
