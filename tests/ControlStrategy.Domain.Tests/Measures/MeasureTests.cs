using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests.Measures;

public sealed class MeasureTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("cleared up", null)]
    [InlineData(null, "recorded")]
    [InlineData(" ", "recorded")]
    public void A_percentage_always_has_a_numerator_and_a_denominator(string? numerator, string? denominator) =>
        Sample.Breaks("MEASURE_LABELS", "all-crimes", Sample.Measure(MeasureKind.Percentage, numerator, denominator).CheckRules);

    [Fact]
    public void A_percentage_with_both_is_accepted() => Sample.Measure(MeasureKind.Percentage, "cleared up", "recorded").CheckRules();

    [Fact]
    public void A_count_never_has_a_denominator()
    {
        Sample.Breaks("MEASURE_LABELS", "all-crimes", Sample.Measure(MeasureKind.Count, "crimes", "people").CheckRules);
        Sample.Measure(MeasureKind.Count, "crimes").CheckRules();
    }

    [Theory]
    [InlineData(MeasureKind.Rate)]
    [InlineData(MeasureKind.Survey)]
    public void Other_measures_may_have_both_or_none(MeasureKind kind)
    {
        Sample.Measure(kind).CheckRules();
        Sample.Measure(kind, "crimes", "people").CheckRules();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_measure_shows_0_to_4_decimals(int decimals) =>
        Sample.Breaks("MEASURE_DECIMALS", $"not {decimals}", () => Sample.Measure(MeasureKind.Count, decimals: decimals));

    [Fact]
    public void A_disclosure_threshold_is_0_or_more()
    {
        Assert.Equal(0, Sample.Measure(MeasureKind.Count, threshold: 0).DisclosureThreshold);
        Sample.Breaks("MEASURE_THRESHOLD", "-1", () => Sample.Measure(MeasureKind.Count, threshold: -1));
    }
}
