using ControlStrategy.Domain.Initiatives;
using Xunit;

namespace ControlStrategy.Domain.Tests.Initiatives;

public sealed class InitiativeTests
{
    private static readonly DateOnly Start = Sample.April;

    [Fact]
    public void An_initiative_whose_source_says_nothing_has_neither_status_nor_dates()
    {
        var initiative = Sample.Initiative();
        Assert.Equal((null, null, null), (initiative.Status, initiative.StartsOn, initiative.EndsOn));
        initiative.CheckRules();
    }

    [Fact]
    public void An_initiative_is_planned_started_paused_resumed_and_completed()
    {
        var initiative = Sample.Initiative();
        initiative.Schedule(Start, Start.AddYears(1));
        Assert.Equal(InitiativeStatus.Planned, initiative.Status);
        initiative.Start(Start.AddDays(2));
        Assert.Equal((InitiativeStatus.Active, Start.AddDays(2)), (initiative.Status, initiative.StartsOn));
        initiative.Pause(Start.AddDays(5));
        Assert.Equal(InitiativeStatus.Paused, initiative.Status);
        initiative.Start(Start.AddDays(9));
        Assert.Equal((InitiativeStatus.Active, Start.AddDays(2)), (initiative.Status, initiative.StartsOn));
        initiative.Complete(Start.AddDays(20));
        Assert.Equal((InitiativeStatus.Completed, Start.AddDays(20)), (initiative.Status, initiative.EndsOn));
    }

    [Fact]
    public void A_new_schedule_keeps_the_status()
    {
        var initiative = Started();
        initiative.Schedule(Start, Start.AddDays(3));
        Assert.Equal((InitiativeStatus.Active, Start.AddDays(3)), (initiative.Status, initiative.EndsOn));
    }

    [Fact]
    public void It_ends_on_or_after_it_starts()
    {
        var initiative = Sample.Initiative();
        initiative.Schedule(Start, Start);
        Sample.Breaks("INITIATIVE_DATES", "bookmakers", () => initiative.Schedule(Start, Start.AddDays(-1)));
        Sample.Breaks("INITIATIVE_DATES", "bookmakers", () => initiative.Start(Start.AddDays(1)));
        Assert.Equal((Start, Start), (initiative.StartsOn, initiative.EndsOn));
    }

    [Fact]
    public void It_is_neither_paused_nor_completed_before_it_starts()
    {
        var initiative = Started();
        Sample.Breaks("INITIATIVE_DATES", "bookmakers", () => initiative.Pause(Start.AddDays(-1)));
        Sample.Breaks("INITIATIVE_DATES", "bookmakers", () => initiative.Complete(Start.AddDays(-1)));
        Assert.Equal((InitiativeStatus.Active, null), (initiative.Status, initiative.EndsOn));
    }

    [Fact]
    public void A_completed_initiative_has_no_open_milestone()
    {
        var initiative = Started();
        var milestone = Sample.Milestone(initiative);
        Sample.Breaks("INITIATIVE_OPEN_MILESTONE", "Terms agreed", () => initiative.Complete(Start.AddDays(9)));
        Assert.Equal(InitiativeStatus.Active, initiative.Status);
        milestone.Complete(Start.AddDays(8));
        initiative.Complete(Start.AddDays(9));
        initiative.CheckRules();
    }

    [Fact]
    public void A_completed_initiative_takes_no_open_milestone()
    {
        var initiative = Started();
        initiative.Complete(Start);
        var late = Sample.Milestone(initiative);
        Sample.Breaks("INITIATIVE_OPEN_MILESTONE", "Terms agreed", initiative.CheckRules);
        Sample.Breaks("INITIATIVE_OPEN_MILESTONE", "Terms agreed", late.CheckRules);
    }

    [Fact]
    public void A_completed_initiative_stays_as_it_is()
    {
        var initiative = Started();
        initiative.Complete(Start);
        Sample.Breaks("INITIATIVE_STATUS", "Completed and cannot start", () => initiative.Start(Start));
        Sample.Breaks("INITIATIVE_STATUS", "cannot be scheduled", () => initiative.Schedule(Start, null));
        Sample.Breaks("INITIATIVE_STATUS", "cannot be paused", () => initiative.Pause(Start));
        Sample.Breaks("INITIATIVE_STATUS", "cannot be completed", () => initiative.Complete(Start));
    }

    [Fact]
    public void What_has_not_started_cannot_be_paused_or_completed_and_what_is_active_cannot_start()
    {
        var initiative = Sample.Initiative();
        Sample.Breaks("INITIATIVE_STATUS", "without status and cannot be paused", () => initiative.Pause(Start));
        Sample.Breaks("INITIATIVE_STATUS", "without status and cannot be completed", () => initiative.Complete(Start));
        Sample.Breaks("INITIATIVE_STATUS", "Active and cannot start", () => Started().Start(Start));
    }

    [Fact]
    public void What_a_record_states_takes_the_place_of_what_is_held_whatever_that_was()
    {
        var initiative = Started();
        initiative.Complete(Start);
        initiative.Restate(InitiativeStatus.Planned, null, Start.AddDays(1));
        Assert.Equal((InitiativeStatus.Planned, null, Start.AddDays(1)), (initiative.Status!.Value, initiative.StartsOn, initiative.EndsOn));
        Sample.Breaks("INITIATIVE_DATES", "before it starts", () => initiative.Restate(InitiativeStatus.Active, Start, Start.AddDays(-1)));
        Assert.Equal(InitiativeStatus.Planned, initiative.Status);
    }

    [Fact]
    public void A_record_does_not_complete_an_initiative_with_an_open_milestone()
    {
        var initiative = Started();
        initiative.Milestones.Add(new() { Initiative = initiative, Title = "Terms agreed", DueOn = Start });
        Sample.Breaks("INITIATIVE_OPEN_MILESTONE", "Terms agreed", () => initiative.Restate(InitiativeStatus.Completed, Start, Start));
    }

    private static Initiative Started()
    {
        var initiative = Sample.Initiative();
        initiative.Start(Start);
        return initiative;
    }
}
