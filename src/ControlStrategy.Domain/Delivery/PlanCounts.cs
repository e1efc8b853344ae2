using System.Diagnostics.CodeAnalysis;
using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Delivery;

/// <summary>Problem-solving plans by where they stood on a day. A plan has no end on record: one in assessment may be finished.</summary>
public record PlanCounts
{
    private PlanCounts()
    {
    }

    /// <summary>Plans opened by the day; of a stage, those that stood in it.</summary>
    public required int Plans { get; init; }

    /// <summary>Days from the first entry of each to the day; null where there is no plan.</summary>
    public required DaySpread? DaysOpen { get; init; }

    /// <summary>Days from when each came into the stage it stood in to the day; null where there is no plan.</summary>
    public required DaySpread? DaysInStage { get; init; }

    /// <summary>How often plans, wherever they stood on the day, had come back into a stage after leaving it: of all stages, or of this one.</summary>
    public required int Returns { get; init; }

    /// <summary>How many plans had done so.</summary>
    public required int PlansReturned { get; init; }

    internal static PlanCounts Of(IReadOnlyList<PlanCourse> standing, IReadOnlyList<int> returnsByPlan) => new()
    {
        Plans = standing.Count,
        DaysOpen = DaySpread.Of(standing.Select(plan => plan.DaysOpen)),
        DaysInStage = DaySpread.Of(standing.Select(plan => plan.DaysInStage)),
        Returns = returnsByPlan.Sum(),
        PlansReturned = returnsByPlan.Count(returns => returns > 0),
    };
}

/// <summary>Problem-solving plans that stood in one stage on a day.</summary>
public sealed record StageCounts : PlanCounts
{
    [SetsRequiredMembers]
    internal StageCounts(SaraStage stage, PlanCounts counts) : base(counts) => Stage = stage;

    /// <summary>The stage.</summary>
    public SaraStage Stage { get; }
}

/// <summary>Problem-solving plans on a day, in all and by stage.</summary>
/// <param name="All">All that were opened by the day.</param>
/// <param name="Stages">Each stage of SARA, also one in which no plan stood.</param>
/// <param name="Demonstration">Whether any plan counted here is demonstration data.</param>
public sealed record PlanDelivery(PlanCounts All, IReadOnlyList<StageCounts> Stages, bool Demonstration)
{
    /// <summary>Counts plans by the entries of all of them, each plan's in the order entered.</summary>
    public static PlanDelivery On(DateOnly day, IReadOnlyCollection<StageEntry> entries)
    {
        PlanCourse[] courses = [.. entries.GroupBy(entry => entry.PlanId).Select(plan => PlanCourse.On(plan, day)).OfType<PlanCourse>()];
        return new PlanDelivery(
            PlanCounts.Of(courses, [.. courses.Select(course => course.Returns.Count)]),
            [
                .. Enum.GetValues<SaraStage>().Select(stage => new StageCounts(stage, PlanCounts.Of(
                    [.. courses.Where(course => course.Stage == stage)],
                    [.. courses.Select(course => course.Returns.Count(back => back == stage))]))),
            ],
            entries.Any(entry => entry.Demonstration && entry.EnteredOn <= day));
    }
}
