using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Statistics;

public sealed class RedAmberGreenTests
{
    [Theory]
    [InlineData(100, Rag.OnTarget)]
    [InlineData(99, Rag.OnTarget)]
    [InlineData(100.001, Rag.WithinTolerance)]
    [InlineData(105, Rag.WithinTolerance)]
    [InlineData(105.001, Rag.OffTarget)]
    public void The_tolerance_of_a_count_is_per_cent_of_the_target_and_bounds_are_good(double value, Rag rag) =>
        Assert.Equal(rag, RedAmberGreen.Of(value, 100, 5, (MeasureKind.Count, Polarity.LowerIsBetter)));

    [Theory]
    [InlineData(60, Rag.OnTarget)]
    [InlineData(58, Rag.WithinTolerance)]
    [InlineData(57.99, Rag.OffTarget)]
    public void That_of_a_percentage_is_percentage_points(double value, Rag rag) =>
        Assert.Equal(rag, RedAmberGreen.Of(value, 60, 2, (MeasureKind.Percentage, Polarity.HigherIsBetter)));

    [Fact]
    public void A_bound_met_exactly_in_decimals_is_met() =>
        // 0.1 + 0.2 is not 0.3 in binary numbers.
        Assert.Equal(Rag.OnTarget, RedAmberGreen.Of(0.1 + 0.2, 0.3m, 0, (MeasureKind.Rate, Polarity.LowerIsBetter)));

    [Theory]
    [InlineData(null, 100.0, Polarity.LowerIsBetter)]
    [InlineData(90.0, null, Polarity.LowerIsBetter)]
    [InlineData(90.0, 100.0, Polarity.Neutral)]
    public void Without_figure_target_or_better_direction_there_is_nothing_to_judge(double? value, double? target, Polarity polarity) =>
        Assert.Equal(Rag.NoTarget, RedAmberGreen.Of(value, (decimal?)target, 5, (MeasureKind.Count, polarity)));

    [Fact]
    public void Polarity_reversed_and_figures_mirrored_judge_alike()
    {
        for (var value = 80; value <= 120; value++)
        {
            Assert.Equal(
                RedAmberGreen.Of(value, 100, 10, (MeasureKind.Count, Polarity.LowerIsBetter)),
                RedAmberGreen.Of(200 - value, 100, 10, (MeasureKind.Count, Polarity.HigherIsBetter)));
        }
    }
}
