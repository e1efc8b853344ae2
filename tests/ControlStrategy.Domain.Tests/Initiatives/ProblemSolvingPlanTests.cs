using ControlStrategy.Domain.Initiatives;
using Xunit;

namespace ControlStrategy.Domain.Tests.Initiatives;

public sealed class ProblemSolvingPlanTests
{
    private readonly ProblemSolvingPlan _plan = new() { Code = "park", Title = "Noise in the park", Area = Sample.Council };

    [Fact]
    public void Every_stage_entered_is_kept_and_a_stage_can_be_revisited()
    {
        _plan.Enter(SaraStage.Scanning, Sample.April, "Noise");
        _plan.Enter(SaraStage.Analysis, Sample.April, "Lights");
        _plan.Enter(SaraStage.Scanning, Sample.April.AddDays(1), "Noise elsewhere");
        Assert.Equal([SaraStage.Scanning, SaraStage.Analysis, SaraStage.Scanning], _plan.Entries.Select(entry => entry.Stage));
        Assert.All(_plan.Entries, entry => Assert.Same(_plan, entry.Plan));
        _plan.CheckRules();
    }

    [Fact]
    public void Dates_never_go_back()
    {
        _plan.Enter(SaraStage.Scanning, Sample.April, "Noise");
        Sample.Breaks("PLAN_ENTRY_DATE", "Plan park", () => _plan.Enter(SaraStage.Analysis, Sample.April.AddDays(-1), "Lights"));
        Assert.Single(_plan.Entries);
    }

    [Fact]
    public void An_entry_put_into_the_list_is_checked_as_well()
    {
        _plan.Enter(SaraStage.Scanning, Sample.April, "Noise");
        var before = Sample.April.AddDays(-1);
        var early = new ProblemSolvingEntry { Plan = _plan, Stage = SaraStage.Analysis, EnteredOn = before, Note = "Lights" };
        _plan.Entries.Add(early);
        Sample.Breaks("PLAN_ENTRY_DATE", "Plan park", _plan.CheckRules);
        Sample.Breaks("PLAN_ENTRY_DATE", "Plan park", early.CheckRules);
    }
}
