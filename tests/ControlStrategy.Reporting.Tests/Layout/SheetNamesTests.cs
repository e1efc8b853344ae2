using ControlStrategy.Reporting.Layout;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Layout;

public sealed class SheetNamesTests
{
    [Theory]
    [InlineData("Summary", "Summary")]
    [InlineData("a[b]c:d*e?f/g\\h", "a-b-c-d-e-f-g-h")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("line\nbreak", "line-break")]
    [InlineData("A name that is much longer than a tab can be", "A name that is much longer than")]
    [InlineData("Thirty characters and no more ' x", "Thirty characters and no more")]
    [InlineData("", "Sheet")]
    [InlineData("'", "Sheet")]
    [InlineData("History", "History 2")]
    public void A_tab_has_a_name_that_spreadsheet_programs_take(string wish, string name)
    {
        Assert.Equal(name, new SheetNames().TabName(wish));
    }

    [Fact]
    public void Names_that_are_taken_are_numbered_whatever_their_case()
    {
        var names = new SheetNames();
        var wish = new string('n', 40);

        Assert.Equal(["Data", "data 2", "DATA 3"], TabNames(names, "Data", "data", "DATA"));
        Assert.Equal([new string('n', 31), new string('n', 29) + " 2"], TabNames(names, wish, wish));
    }

    [Fact]
    public void A_tab_is_not_cut_within_a_character()
    {
        Assert.Equal(new string('n', 30), new SheetNames().TabName(new string('n', 30) + "😀"));
    }

    [Fact]
    public void A_table_is_named_after_its_tab_and_never_like_a_cell()
    {
        var names = new SheetNames();
        string[] tabs = ["Group 1", "T2", "T-2", "日本"];

        Assert.Equal(["tblGroup1", "tblT2", "tblT2_2", "tbl"], tabs.Select(names.TableName));
    }

    private static List<string> TabNames(SheetNames names, params string[] wishes) => [.. wishes.Select(names.TabName)];
}
