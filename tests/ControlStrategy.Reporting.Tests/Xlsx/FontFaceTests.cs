using ControlStrategy.Reporting.Xlsx;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Xlsx;

public sealed class FontFaceTests
{
    private static readonly FontFace Body = new(11, IsBold: false);

    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 7.434)]
    [InlineData("00", 14.867)]
    [InlineData("W", 13.048)]
    [InlineData("é", 8.594)]
    [InlineData("日", 14.667)]
    [InlineData("😀", 14.667)]
    public void A_text_is_as_wide_as_its_characters(string text, double pixels)
    {
        Assert.Equal(pixels, Body.WidthPixels(text), tolerance: 0.001);
    }

    [Fact]
    public void Bold_is_wider_and_twice_the_size_twice_as_wide()
    {
        const string text = "All crimes";

        Assert.True((Body with { IsBold = true }).WidthPixels(text) > Body.WidthPixels(text));
        Assert.Equal(2 * Body.WidthPixels(text), (Body with { Points = 22 }).WidthPixels(text), tolerance: 1e-9);
    }

    [Theory]
    [InlineData("one two three", 1000, "one two three")]
    [InlineData("one two three", 60, "one two|three")]
    [InlineData("one two three", 40, "one|two|three")]
    [InlineData("all-group-3-crimes", 65, "all-group-|3-crimes")]
    [InlineData("unbreakable", 40, "unbre|akable")]
    [InlineData("a\n\nb", 100, "a||b")]
    [InlineData("", 100, "")]
    public void A_text_breaks_where_a_cell_breaks_it(string text, double widthPixels, string lines)
    {
        Assert.Equal(lines.Split('|'), Body.Wrap(text, widthPixels));
    }

    [Fact]
    public void The_longest_word_is_what_cannot_be_broken()
    {
        Assert.Equal(Body.WidthPixels("restrictions"), Body.LongestWordPixels("of all the restrictions in-force\nnow"));
    }
}
