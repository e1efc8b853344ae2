using ControlStrategy.Domain.Initiatives;
using Xunit;

namespace ControlStrategy.Domain.Tests.Initiatives;

public sealed class MilestoneTests
{
    private readonly Initiative _initiative = Sample.Initiative();

    [Fact]
    public void A_milestone_is_not_completed_before_its_initiative_starts()
    {
        _initiative.Start(Sample.April);
        var milestone = Sample.Milestone(_initiative);
        Sample.Breaks("MILESTONE_BEFORE_START", "Terms agreed", () => milestone.Complete(Sample.April.AddDays(-1)));
        Assert.Null(milestone.CompletedOn);
        milestone.Complete(Sample.April);
        Assert.Equal(Sample.April, milestone.CompletedOn);
    }

    [Fact]
    public void A_milestone_of_an_initiative_without_dates_is_completed_on_any_day()
    {
        var milestone = Sample.Milestone(_initiative);
        milestone.Complete(Sample.April);
        Assert.Equal(Sample.April, milestone.CompletedOn);
    }

    [Fact]
    public void An_initiative_does_not_start_after_a_milestone_was_completed()
    {
        Sample.Milestone(_initiative).Complete(Sample.April);
        Sample.Breaks("MILESTONE_BEFORE_START", "Terms agreed", () => _initiative.Start(Sample.April.AddDays(1)));
        Sample.Breaks("MILESTONE_BEFORE_START", "Terms agreed", () => _initiative.Schedule(Sample.April.AddDays(1), null));
        Assert.Null(_initiative.StartsOn);
    }

    [Fact]
    public void A_milestone_is_completed_once()
    {
        var milestone = Sample.Milestone(_initiative);
        milestone.Complete(Sample.April);
        Sample.Breaks("MILESTONE_COMPLETED", "2023-04-01", () => milestone.Complete(Sample.April.AddDays(1)));
    }
}
