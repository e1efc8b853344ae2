using ControlStrategy.Domain.Pivots;
using Xunit;
using static ControlStrategy.Domain.Pivots.PivotDimension;

namespace ControlStrategy.Domain.Tests.Pivots;

public sealed class PivotAxisTests
{
    private static readonly PivotMembers Members = new([(10, 1), (11, 2), (12, 1)], [3, 2, 1], [20, 21], periodCount: 2);

    [Fact]
    public void Totals_follow_what_they_are_the_total_of()
    {
        var places = new PivotAxis([Area, Period], PivotTotals.All).Places(Members);

        Assert.Equal(
            [(20, 0), (20, 1), (20, null), (21, 0), (21, 1), (21, null), (null, null)],
            places.Select(place => (place.AreaId, place.Period)));
        Assert.Equal([2, 2, 1, 2, 2, 1, 0], places.Select(place => place.Depth));
    }

    [Theory]
    [InlineData(PivotTotals.None, 4)]
    [InlineData(PivotTotals.Subtotals, 6)]
    [InlineData(PivotTotals.Grand, 5)]
    [InlineData(PivotTotals.All, 7)]
    public void Which_totals_there_are_is_asked_for(PivotTotals totals, int count) =>
        Assert.Equal(count, new PivotAxis([Area, Period], totals).Places(Members).Count);

    [Fact]
    public void Measures_stand_within_their_outcome_and_outcomes_without_measures_nowhere()
    {
        Assert.Equal(
            [(2, 11), (1, 10), (1, 12)],
            new PivotAxis([Outcome, Measure], PivotTotals.None).Places(Members).Select(place => (place.OutcomeId, place.MeasureId)));
        Assert.Equal(
            [(1, 10), (2, 11), (1, 12)],
            new PivotAxis([Measure, Outcome], PivotTotals.None).Places(Members).Select(place => (place.OutcomeId, place.MeasureId)));
    }

    [Fact]
    public void An_axis_without_dimensions_has_one_place_that_is_no_total() =>
        Assert.Equal([0], new PivotAxis([], PivotTotals.All).Places(Members).Select(place => place.Depth));

    [Fact]
    public void How_many_places_there_are_is_known_before_they_are_made()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var dimensions = Enum.GetValues<PivotDimension>();
            random.Shuffle(dimensions);
            var axis = new PivotAxis(dimensions[..random.Next(5)], (PivotTotals)random.Next(4));
            Assert.Equal(axis.Places(Members).Count, axis.Count(Members));
        }
    }

    [Theory]
    [InlineData(PivotValue.Value, new[] { Measure, Area, Period })]
    [InlineData(PivotValue.MeasureCount, new[] { Area, Period })]
    public void A_dimension_of_several_members_must_stand_somewhere(PivotValue value, PivotDimension[] mixed)
    {
        Assert.Equal(mixed, Layouts.Of([Outcome], [Status], PivotTotals.None, value).Mixed(Members));
        Assert.Empty(Layouts.Of([Measure, Area], [Period], PivotTotals.None, value).Mixed(Members));
        Assert.Empty(Layouts.Of([], [], PivotTotals.None, value).Mixed(new PivotMembers([(10, 1)], [1], [20], 1)));
    }
}
