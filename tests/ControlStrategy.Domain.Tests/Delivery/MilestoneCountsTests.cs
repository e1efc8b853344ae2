using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Delivery;

public sealed class MilestoneCountsTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    [Theory]
    [InlineData(0, null, MilestoneState.DueOnTheDay)]
    [InlineData(-1, null, MilestoneState.Overdue)]
    [InlineData(1, null, MilestoneState.Upcoming)]
    [InlineData(0, 0, MilestoneState.Met)]
    [InlineData(-1, 0, MilestoneState.Late)]
    [InlineData(5, -5, MilestoneState.Met)]
    [InlineData(-5, -5, MilestoneState.Met)]
    // Completed after the day: it was still open then.
    [InlineData(-1, 1, MilestoneState.Overdue)]
    [InlineData(0, 1, MilestoneState.DueOnTheDay)]
    [InlineData(2, 1, MilestoneState.Upcoming)]
    public void A_milestone_has_the_state_it_had_at_the_end_of_the_day(int due, int? completed, MilestoneState expected) =>
        Assert.Equal(expected, Milestone(due, completed).StateOn(Day));

    [Fact]
    public void Met_ahead_of_a_due_day_to_come_is_met_and_not_due()
    {
        var counts = MilestoneCounts.Of([Milestone(10, -1), Milestone(-3, -3), Milestone(-3, 0), Milestone(-2, null), Milestone(0, null), Milestone(4, null)], new(Day, null));
        Assert.Equal((6, 4, 2, 1, 1), (counts.All, counts.Due, counts.Met, counts.MetAhead, counts.Late));
        Assert.Equal((1, 1, 1, 0), (counts.Overdue, counts.DueOnTheDay, counts.Upcoming, counts.OverdueBefore));
        Assert.Equal((new DaySpread(3, 3), new DaySpread(2, 2)), (counts.DaysLate, counts.DaysOverdue));
    }

    [Fact]
    public void Since_leaves_out_what_was_due_before_and_tells_what_of_it_is_still_open()
    {
        DatedMilestone[] milestones = [Milestone(-31, null), Milestone(-40, -20), Milestone(-30, null), Milestone(-30, -30)];
        var counts = MilestoneCounts.Of(milestones, new(Day, Day.AddDays(-30)));
        Assert.Equal((2, 2, 1, 1, 1), (counts.All, counts.Due, counts.Met, counts.Overdue, counts.OverdueBefore));
        Assert.Equal(0, counts.Late);
        Assert.Null(counts.DaysLate);
    }

    [Fact]
    public void Progress_is_a_share_of_those_due_and_of_all_and_none_of_nothing()
    {
        var some = MilestoneProgress.Of(MilestoneCounts.Of([Milestone(10, -1), Milestone(-3, -3), Milestone(-3, 0), Milestone(-2, null), Milestone(4, null)], new(Day, null)));
        Assert.Equal((2, 3, 200.0 / 3, null), (some.OfDue.Completed, some.OfDue.Milestones, some.OfDue.Percent!.Value, some.OfDue.Reason));
        Assert.Equal((3, 5, 60.0), (some.OfAll.Completed, some.OfAll.Milestones, some.OfAll.Percent!.Value));

        var upcoming = MilestoneProgress.Of(MilestoneCounts.Of([Milestone(4, null)], new(Day, null)));
        Assert.Equal((0, null, Reason.NotAvailable), (upcoming.OfDue.Milestones, upcoming.OfDue.Percent, upcoming.OfDue.Reason));
        Assert.Equal((0.0, null), (upcoming.OfAll.Percent, upcoming.OfAll.Reason));

        var none = MilestoneProgress.Of(MilestoneCounts.Of([], new(Day, null)));
        Assert.Equal((null, Reason.NotAvailable), (none.OfAll.Percent, none.OfAll.Reason));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_milestone_is_in_one_state_and_shares_stay_between_0_and_100(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            DatedMilestone[] milestones = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Milestone(random.Next(-5, 6), random.Next(2) == 0 ? null : random.Next(-5, 6)))];
            DateOnly? since = random.Next(2) == 0 ? null : Day.AddDays(random.Next(-6, 1));
            var counts = MilestoneCounts.Of(milestones, new(Day, since));
            Assert.Equal(counts.All, counts.Met + counts.Late + counts.Overdue + counts.DueOnTheDay + counts.Upcoming);
            Assert.Equal(counts.Due, milestones.Count(x => x.DueOn <= Day && x.DueOn >= (since ?? DateOnly.MinValue)));
            Assert.Equal(counts.Due, counts.Met - counts.MetAhead + counts.Late + counts.Overdue + counts.DueOnTheDay);
            var whole = MilestoneCounts.Of(milestones, new(Day, null));
            Assert.Equal(whole.Overdue, counts.Overdue + counts.OverdueBefore);
            var progress = MilestoneProgress.Of(counts);
            Assert.All([progress.OfDue, progress.OfAll], share => Assert.True(share.Percent is null ? share.Milestones == 0 : share.Percent is >= 0 and <= 100));
        }
    }

    [Fact]
    public void The_middle_of_an_even_number_of_days_is_between_the_middle_two()
    {
        Assert.Equal(new DaySpread(2.5, 9), DaySpread.Of([9, 2, 3, 1]));
        Assert.Equal(new DaySpread(3, 9), DaySpread.Of([9, 3, 1]));
        Assert.Null(DaySpread.Of([]));
    }

    private static DatedMilestone Milestone(int due, int? completed) => new(Day.AddDays(due), completed is { } days ? Day.AddDays(days) : null);
}
