using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>A made-up problem-solving plan for each council area.</summary>
internal static class DemonstrationPlans
{
    private static readonly DateOnly FirstDay = new(2024, 4, 1);

    public static IEnumerable<ProblemSolvingPlan> For(
        IReadOnlyList<Area> councils,
        IReadOnlyList<Initiative> initiatives,
        DemonstrationWork work) =>
        councils.Select((area, index) =>
        {
            var item = work.Plans[index % work.Plans.Length];
            // The list of courses is gone through at another pace than the list of problems, so that they mix.
            var history = work.StageHistories[(index + (index / work.Plans.Length)) % work.StageHistories.Length];
            return PlanOf(item, area, initiatives.Single(initiative => initiative.Code == item.Initiative), history);
        });

    private static ProblemSolvingPlan PlanOf(PlanItem item, Area area, Initiative initiative, SaraStage[] history)
    {
        var plan = new ProblemSolvingPlan
        {
            Code = $"demo-plan-{area.Code.ToLowerInvariant()}",
            Title = item.Title,
            Area = area,
            Initiative = initiative,
            Demonstration = true,
        };
        var draw = new Draw(plan.Code);
        var on = FirstDay.AddDays(draw.Below(365));
        foreach (var stage in history)
        {
            var again = plan.Entries.Exists(entry => entry.Stage == stage) ? "Again: " : "";
            plan.Enter(stage, on, again + item.Notes[stage]);
            on = on.AddDays(draw.Between(20, 80));
        }

        return plan;
    }
}
