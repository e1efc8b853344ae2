using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Delivery;

/// <summary>An initiative as far as the state of its work depends on it.</summary>
/// <param name="InitiativeId">Its key.</param>
/// <param name="Status">Its status; null where none counts.</param>
/// <param name="Demonstration">Whether the status is demonstration data.</param>
public readonly record struct StatedInitiative(int InitiativeId, InitiativeStatus? Status, bool Demonstration);

/// <summary>What is on record of an initiative: a milestone, or activities of one kind.</summary>
/// <param name="InitiativeId">The initiative's key.</param>
/// <param name="What">What it is.</param>
/// <param name="Demonstration">Whether it, or any of it, is demonstration data.</param>
public readonly record struct Recorded<T>(int InitiativeId, T What, bool Demonstration);

/// <summary>The work on record, from which the state of any initiatives can be told.</summary>
/// <param name="window">The day asked for, and from when on.</param>
/// <param name="milestones">Milestones of all initiatives.</param>
/// <param name="activities">Activities held by the day, and since the first one that counts.</param>
public sealed class RecordedWork(
    DeliveryWindow window, IEnumerable<Recorded<DatedMilestone>> milestones, IEnumerable<Recorded<ActivitySum>> activities)
{
    private readonly ILookup<int, Recorded<DatedMilestone>> _milestones = milestones.ToLookup(milestone => milestone.InitiativeId);
    private readonly ILookup<int, Recorded<ActivitySum>> _activities = activities.ToLookup(activity => activity.InitiativeId);

    /// <summary>The state of some initiatives, each given once.</summary>
    public WorkState Of(IReadOnlyCollection<StatedInitiative> initiatives)
    {
        Recorded<DatedMilestone>[] milestones = [.. initiatives.SelectMany(initiative => _milestones[initiative.InitiativeId])];
        Recorded<ActivitySum>[] activities = [.. initiatives.SelectMany(initiative => _activities[initiative.InitiativeId])];
        var counts = MilestoneCounts.Of(milestones.Select(milestone => milestone.What), window);
        return new WorkState
        {
            Initiatives = InitiativeCounts.Of(initiatives.Select(initiative => initiative.Status)),
            Milestones = counts,
            Progress = MilestoneProgress.Of(counts),
            Activities = ActivityCounts.Of(activities.Select(activity => activity.What)),
            Demonstration = initiatives.Any(initiative => initiative.Demonstration)
                || milestones.Any(milestone => milestone.Demonstration && IsCounted(milestone.What))
                || activities.Any(activity => activity.Demonstration),
        };
    }

    private bool IsCounted(DatedMilestone milestone) =>
        window.IsLateEnough(milestone.DueOn) || milestone.StateOn(window.On) is MilestoneState.Overdue;
}
