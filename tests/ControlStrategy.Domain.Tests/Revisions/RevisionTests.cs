using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Revisions;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Revisions;

public sealed class RevisionTests
{
    [Fact]
    public void A_count_differs_in_numbers_and_per_cent() =>
        Assert.Equal(new Revision(20, 25, null), Revision.Between(State(80), State(100), MeasureKind.Count));

    [Theory]
    [InlineData(MeasureKind.Percentage)]
    [InlineData(MeasureKind.Rate)]
    [InlineData(MeasureKind.Survey)]
    public void Percentages_and_rates_never_differ_in_per_cent(MeasureKind kind) =>
        Assert.Equal(new Revision(-5.8087m, null, Reason.NotApplicable), Revision.Between(State(67.1412m), State(61.3325m), kind));

    [Fact]
    public void From_0_there_is_no_per_cent() =>
        Assert.Equal(new Revision(4, null, Reason.NotApplicable), Revision.Between(State(0), State(4), MeasureKind.Count));

    [Fact]
    public void A_figure_that_was_not_known_has_no_difference() =>
        Assert.Equal(new Revision(null, null, Reason.NotAvailable), Revision.Between(null, State(4), MeasureKind.Count));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_withheld_value_says_why_there_is_no_difference(bool isLater)
    {
        var (shown, withheld) = (State(50), State(null) with { Reason = Reason.LowReliability });
        Assert.Equal(
            new Revision(null, null, Reason.LowReliability),
            Revision.Between(isLater ? shown : withheld, isLater ? withheld : shown, MeasureKind.Survey));
    }

    [Fact]
    public void A_difference_is_exact() =>
        Assert.Equal(0.1m, Revision.Between(State(922_337_203_685_476.8m), State(922_337_203_685_476.9m), MeasureKind.Count).Difference);

    private static FigureState State(decimal? value) => new() { Value = value, RecordedAt = Sample.Noon };
}
