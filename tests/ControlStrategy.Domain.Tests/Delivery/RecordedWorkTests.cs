using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Delivery;

public sealed class RecordedWorkTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly StatedInitiative[] Initiatives =
    [
        new(1, InitiativeStatus.Active, false), new(2, InitiativeStatus.Paused, false), new(3, null, false), new(4, InitiativeStatus.Planned, true),
    ];

    [Fact]
    public void Some_initiatives_have_their_own_work_only()
    {
        var state = Work().Of(Initiatives[..2]);
        Assert.Equal((2, 0, 1, 1, 0, 0), (state.Initiatives.All, state.Initiatives.Planned, state.Initiatives.Active, state.Initiatives.Paused, state.Initiatives.Completed, state.Initiatives.NotStated));
        Assert.Equal((3, 2), (state.Milestones.All, state.Milestones.Overdue));
        Assert.Equal((7, 5, 120L, null), (state.Activities.All.Activities, state.Activities.All.Counted, state.Activities.All.Reach, state.Activities.All.Reason));
        Assert.Equal(Enum.GetValues<ActivityKind>(), state.Activities.Kinds.Select(kind => kind.Kind));
        Assert.False(state.Demonstration);
    }

    [Fact]
    public void Where_nobody_counted_the_reach_is_not_known_and_without_activities_it_is_nobody()
    {
        var kinds = Work().Of(Initiatives[..2]).Activities.Kinds.ToDictionary(kind => kind.Kind);
        Assert.Equal((2, 0, null, Reason.NotAvailable), (kinds[ActivityKind.ProblemSolving].Activities, kinds[ActivityKind.ProblemSolving].Counted, kinds[ActivityKind.ProblemSolving].Reach, kinds[ActivityKind.ProblemSolving].Reason));
        Assert.Equal((0, 0L, null), (kinds[ActivityKind.Communication].Activities, kinds[ActivityKind.Communication].Reach, kinds[ActivityKind.Communication].Reason));
        Assert.Equal((5, 120L), (kinds[ActivityKind.Engagement].Activities, kinds[ActivityKind.Engagement].Reach));
    }

    [Fact]
    public void Demonstration_is_told_where_anything_counted_is()
    {
        Assert.True(Work().Of(Initiatives[3..]).Demonstration);
        Assert.True(Work().Of([new(3, null, false)]).Demonstration);
        // Its demonstration milestone is due before the days that count, and done.
        Assert.False(Work(since: Day.AddDays(-5)).Of([new(5, null, false)]).Demonstration);
        Assert.True(Work().Of([new(5, null, false)]).Demonstration);
    }

    private static RecordedWork Work(DateOnly? since = null) => new(
        new(Day, since),
        [
            new(1, new(Day.AddDays(-1), null), false), new(1, new(Day.AddDays(-2), null), false), new(2, new(Day.AddDays(3), null), false),
            new(3, new(Day, null), true), new(5, new(Day.AddDays(-20), Day.AddDays(-21)), true),
        ],
        [
            new(1, new(ActivityKind.Engagement, 3, 3, 100), false), new(2, new(ActivityKind.Engagement, 2, 2, 20), false),
            new(1, new(ActivityKind.ProblemSolving, 2, 0, 0), false), new(4, new(ActivityKind.Communication, 1, 1, 9), true),
        ]);
}
