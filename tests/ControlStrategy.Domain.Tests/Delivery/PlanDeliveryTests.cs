using ControlStrategy.Domain.Delivery;
using ControlStrategy.Domain.Initiatives;
using Xunit;

namespace ControlStrategy.Domain.Tests.Delivery;

public sealed class PlanDeliveryTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void A_plan_stands_in_its_last_stage_since_it_came_into_it_and_is_as_old_as_its_first()
    {
        var plans = On(0, (1, SaraStage.Scanning, -50), (1, SaraStage.Analysis, -30), (1, SaraStage.Analysis, -10), (2, SaraStage.Scanning, -20));
        var analysis = Stage(plans, SaraStage.Analysis);
        Assert.Equal((1, new DaySpread(50, 50), new DaySpread(30, 30)), (analysis.Plans, analysis.DaysOpen, analysis.DaysInStage));
        Assert.Equal((2, new DaySpread(35, 50), new DaySpread(25, 30)), (plans.All.Plans, plans.All.DaysOpen, plans.All.DaysInStage));
        Assert.Equal((0, null, null), (Stage(plans, SaraStage.Response).Plans, Stage(plans, SaraStage.Response).DaysOpen, Stage(plans, SaraStage.Response).DaysInStage));
        // A second entry into the stage it stood in is no return.
        Assert.Equal(0, plans.All.Returns);
    }

    [Fact]
    public void Coming_back_into_a_stage_counts_for_that_stage_each_time()
    {
        var plans = On(
            0,
            (1, SaraStage.Scanning, -90), (1, SaraStage.Analysis, -80), (1, SaraStage.Response, -70), (1, SaraStage.Analysis, -60),
            (1, SaraStage.Response, -50), (1, SaraStage.Analysis, -40), (2, SaraStage.Analysis, -5));
        Assert.Equal((3, 1), (plans.All.Returns, plans.All.PlansReturned));
        Assert.Equal((2, 1, 2), (Stage(plans, SaraStage.Analysis).Returns, Stage(plans, SaraStage.Analysis).PlansReturned, Stage(plans, SaraStage.Analysis).Plans));
        Assert.Equal((1, 1, 0), (Stage(plans, SaraStage.Response).Returns, Stage(plans, SaraStage.Response).PlansReturned, Stage(plans, SaraStage.Response).Plans));
        Assert.Equal(new DaySpread(22.5, 40), Stage(plans, SaraStage.Analysis).DaysInStage);
    }

    [Fact]
    public void On_an_earlier_day_later_entries_had_not_been_made()
    {
        (int, SaraStage, int)[] entries = [(1, SaraStage.Scanning, -50), (1, SaraStage.Analysis, -30), (1, SaraStage.Scanning, -10), (2, SaraStage.Scanning, -20)];
        var plans = On(-30, entries);
        Assert.Equal((1, 0, new DaySpread(20, 20)), (plans.All.Plans, plans.All.Returns, plans.All.DaysOpen));
        Assert.Equal((1, new DaySpread(0, 0)), (Stage(plans, SaraStage.Analysis).Plans, Stage(plans, SaraStage.Analysis).DaysInStage));
        Assert.Equal(0, On(-51, entries).All.Plans);
        Assert.Equal(1, Stage(On(0, entries), SaraStage.Scanning).Returns);
    }

    private static PlanDelivery On(int day, params (int Plan, SaraStage Stage, int Day)[] entries) =>
        PlanDelivery.On(Day.AddDays(day), [.. entries.Select(entry => new StageEntry(entry.Plan, entry.Stage, Day.AddDays(entry.Day), Demonstration: false))]);

    private static StageCounts Stage(PlanDelivery plans, SaraStage stage) => plans.Stages.Single(counts => counts.Stage == stage);
}
