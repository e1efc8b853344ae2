namespace ControlStrategy.Domain.Delivery;

/// <summary>
/// Milestones by how they stood at the end of the day asked for; only those due on or after `since`, where it is given.
/// All = met + late + overdue + due on the day + upcoming. Due = all − upcoming − met ahead.
/// </summary>
public sealed record MilestoneCounts
{
    private MilestoneCounts()
    {
    }

    /// <summary>Milestones in all.</summary>
    public required int All { get; init; }

    /// <summary>Due on or before the day, in whatever state.</summary>
    public required int Due { get; init; }

    /// <summary>Completed on or before the day they were due, by the day asked for.</summary>
    public required int Met { get; init; }

    /// <summary>Of those met, the ones whose due day is still to come: not among those due.</summary>
    public required int MetAhead { get; init; }

    /// <summary>Completed after the day they were due.</summary>
    public required int Late { get; init; }

    /// <summary>Open, and due before the day.</summary>
    public required int Overdue { get; init; }

    /// <summary>Open, and due on the day itself: neither overdue nor upcoming.</summary>
    public required int DueOnTheDay { get; init; }

    /// <summary>Open, and due after the day.</summary>
    public required int Upcoming { get; init; }

    /// <summary>Open, and due before `since`: not among the others, but not done either. 0 without `since`.</summary>
    public required int OverdueBefore { get; init; }

    /// <summary>Days from due to completed, of those late; null where none is.</summary>
    public required DaySpread? DaysLate { get; init; }

    /// <summary>Days from due to the day asked for, of those overdue; null where none is.</summary>
    public required DaySpread? DaysOverdue { get; init; }

    /// <summary>Counts milestones.</summary>
    public static MilestoneCounts Of(IEnumerable<DatedMilestone> milestones, DeliveryWindow window)
    {
        var byTime = milestones.ToLookup(milestone => window.IsLateEnough(milestone.DueOn));
        var byState = byTime[true].ToLookup(milestone => milestone.StateOn(window.On));
        var ahead = byState[MilestoneState.Met].Count(milestone => milestone.DueOn > window.On);
        var (all, upcoming) = (byState.Sum(group => group.Count()), byState[MilestoneState.Upcoming].Count());
        return new MilestoneCounts
        {
            All = all,
            Due = all - upcoming - ahead,
            Met = byState[MilestoneState.Met].Count(),
            MetAhead = ahead,
            Late = byState[MilestoneState.Late].Count(),
            Overdue = byState[MilestoneState.Overdue].Count(),
            DueOnTheDay = byState[MilestoneState.DueOnTheDay].Count(),
            Upcoming = upcoming,
            OverdueBefore = byTime[false].Count(milestone => milestone.StateOn(window.On) is MilestoneState.Overdue),
            DaysLate = DaySpread.Of(byState[MilestoneState.Late].Select(late => late.CompletedOn!.Value.DayNumber - late.DueOn.DayNumber)),
            DaysOverdue = DaySpread.Of(byState[MilestoneState.Overdue].Select(open => window.On.DayNumber - open.DueOn.DayNumber)),
        };
    }
}
