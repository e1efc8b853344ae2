using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class DetectionRateTests
{
    private static readonly ScorecardMeasure Counting = new(ScorecardBuilder.MeasureId, MeasureKind.Count) { CountsClearedUp = true };

    [Theory]
    [InlineData(200, 105, 52.5)]
    [InlineData(200, 0, 0)]
    [InlineData(200, 230, 115)]
    public void It_is_cleared_up_for_each_hundred_recorded_and_can_exceed_them(int recorded, int clearedUp, double rate) =>
        Assert.Equal(new DetectionRate(rate, clearedUp, null), Card().Years(7, recorded).ClearedUp(7, clearedUp).Row(7).DetectionRate);

    [Fact]
    public void It_comes_from_the_sums_of_months_and_areas()
    {
        var card = Card().Area(1).Area(2, 1).Area(3, 1).Rows(2, Grain.Month, 12, 100).ClearedUp(2, 90).Rows(3, Grain.Year, 1, 300).ClearedUp(3, 30);

        Assert.Equal(new DetectionRate(30, 120, null), card.Row(1).DetectionRate);
    }

    [Fact]
    public void Where_nothing_was_recorded_it_has_no_meaning_though_something_was_cleared_up() =>
        Assert.Equal(new DetectionRate(null, 2, Reason.NotApplicable), Card().Years(7, 0).ClearedUp(7, 2).Row(7).DetectionRate);

    [Fact]
    public void Without_what_was_cleared_up_or_recorded_it_is_not_available()
    {
        Assert.Equal(new DetectionRate(null, null, Reason.NotAvailable), Card().Years(7, 200).Row(7).DetectionRate);
        Assert.Equal(new DetectionRate(null, null, Reason.NotAvailable), Card().Row(7).DetectionRate);
        var halfKnown = Card().Area(1).Area(2, 1).Area(3, 1).Years(2, 100).ClearedUp(2, 90).Years(3, 300);
        Assert.Equal((400.0, Reason.NotAvailable), (halfKnown.Row(1).Current.Value, halfKnown.Row(1).DetectionRate.Reason));
    }

    [Fact]
    public void Of_a_measure_that_counts_nothing_cleared_up_there_is_none() =>
        Assert.Equal(new DetectionRate(null, null, Reason.NotApplicable), new ScorecardBuilder("2021/22").Years(7, 200).ClearedUp(7, 20).Row(7).DetectionRate);

    private static ScorecardBuilder Card() => new("2021/22") { Measure = Counting };
}
