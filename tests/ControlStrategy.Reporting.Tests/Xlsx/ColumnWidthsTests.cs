using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Xlsx;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Xlsx;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void No_number_is_wider_than_its_column()
    {
        var sheet = Sheet(new string('t', 500), new NumberCell(-123_456_789.0, "#,##0.0"));

        Assert.True(ColumnWidths.Of(sheet)[1] > Theme.BodyBold.WidthPixels("-123,456,789.0"));
    }

    [Fact]
    public void A_table_with_long_texts_is_as_wide_as_the_page_and_no_wider()
    {
        var words = string.Join(" ", Enumerable.Repeat("words", 100));

        Assert.InRange(ColumnWidths.Of(Sheet(words, new TextCell(words))).Sum(), Theme.PageWidthPixels * 0.95, Theme.PageWidthPixels);
    }

    [Fact]
    public void A_column_with_short_texts_is_wide_enough_for_its_header_in_three_lines()
    {
        var width = ColumnWidths.Of(Sheet("a", new NumberCell(1, "0")))[1];

        Assert.True(Theme.BodyBold.Wrap("Change against the five-year mean (%)", width).Count <= 3);
    }

    [Theory]
    [InlineData(0.105, "+0.0%;-0.0%;0.0%", "+10.5%")]
    [InlineData(-0.02, "+0.0%;-0.0%;0.0%", "-2.0%")]
    [InlineData(0, "+0.0%;-0.0%;0.0%", "0.0%")]
    [InlineData(15128.6, "#,##0.0", "15,128.6")]
    [InlineData(1500, "+#,##0;-#,##0;0", "+1,500")]
    public void A_number_is_measured_as_it_is_shown(double value, string pattern, string shown)
    {
        Assert.Equal(shown, CellText.Shown(new NumberCell(value, pattern)));
    }

    private static SheetContent Sheet(string text, ReportCell second) => new()
    {
        Name = "Sheet",
        TableName = "tblSheet",
        Title = "Title",
        Introduction = [],
        Columns = [new("Category", IsNumber: false), new("Change against the five-year mean (%)", second is NumberCell)],
        Rows = [new([new TextCell(text), second], IsEmphasised: false)],
    };
}
