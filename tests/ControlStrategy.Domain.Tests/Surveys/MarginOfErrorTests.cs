using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class MarginOfErrorTests
{
    [Theory]
    [InlineData(67.1412, 948, 1.3, 3.8870)]
    [InlineData(61.3325, 693, 1.2, 4.3510)]
    [InlineData(50, 100, 1, 9.8)]
    public void The_half_width_follows_from_percentage_base_and_design_factor(double percentage, int unweightedBase, double factor, double halfWidth)
    {
        Assert.Equal(halfWidth, MarginOfError.HalfWidth(percentage, unweightedBase, factor), 4);
        Assert.Equal(halfWidth, MarginOfError.HalfWidth(100 - percentage, unweightedBase, factor), 4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Where_all_answered_alike_the_formula_gives_no_width(double percentage) =>
        Assert.Equal(0, MarginOfError.HalfWidth(percentage, 500, 1.3));

    [Theory]
    [InlineData(-0.1, 100, 1.2, "percentage")]
    [InlineData(100.1, 100, 1.2, "percentage")]
    [InlineData(double.NaN, 100, 1.2, "percentage")]
    [InlineData(50, 0, 1.2, "unweightedBase")]
    [InlineData(50, 100, 0, "designFactor")]
    [InlineData(50, 100, double.NaN, "designFactor")]
    public void What_cannot_be_is_refused(double percentage, int unweightedBase, double factor, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => MarginOfError.HalfWidth(percentage, unweightedBase, factor)).ParamName);

    [Fact]
    public void Two_half_widths_make_the_threshold_of_their_difference() => Assert.Equal(5, MarginOfError.Threshold(3, 4), 12);
}
