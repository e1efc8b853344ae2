using ControlStrategy.Reporting.Layout;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Layout;

public sealed class TextCellTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("tab\tkept", "tab\tkept")]
    [InlineData("bell\u0007", "bell\uFFFD")]
    [InlineData("nul\0", "nul\uFFFD")]
    [InlineData("not a character \uFFFE", "not a character \uFFFD")]
    [InlineData("😀 and Ò", "😀 and Ò")]
    public void Text_keeps_what_a_workbook_can_hold(string text, string expected)
    {
        Assert.Equal(expected, new TextCell(text).Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        // Not in the theory above: half a pair does not survive the test's own name.
        Assert.Equal("half \uFFFD", new TextCell("half " + '\uD83D').Text);
    }

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    [InlineData(40_000, true)]
    public void Text_that_is_too_long_for_a_cell_is_cut_and_says_so(int length, bool isCut)
    {
        var text = new TextCell(new string('x', length)).Text;

        Assert.Equal(Math.Min(length, 32_767), text.Length);
        Assert.Equal(isCut, text.EndsWith(FormattableString.Invariant($"x [cut: {length:#,0} characters]"), StringComparison.Ordinal));
    }

    [Fact]
    public void Text_is_not_cut_within_a_character()
    {
        var text = new TextCell("x" + string.Concat(Enumerable.Repeat("😀", 20_000))).Text;

        Assert.DoesNotContain('\uFFFD', text);
        Assert.False(char.IsHighSurrogate(text[text.IndexOf(" [cut", StringComparison.Ordinal) - 1]));
    }
}
