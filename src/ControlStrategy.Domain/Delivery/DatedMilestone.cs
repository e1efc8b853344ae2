namespace ControlStrategy.Domain.Delivery;

/// <summary>A milestone as far as its state depends on it.</summary>
/// <param name="DueOn">Day by which it has to be reached.</param>
/// <param name="CompletedOn">Day it was reached; null while it is open.</param>
public readonly record struct DatedMilestone(DateOnly DueOn, DateOnly? CompletedOn)
{
    /// <summary>How it stood at the end of a day.</summary>
    public MilestoneState StateOn(DateOnly day)
    {
        if (CompletedOn <= day) return CompletedOn <= DueOn ? MilestoneState.Met : MilestoneState.Late;
        if (DueOn < day) return MilestoneState.Overdue;
        return DueOn == day ? MilestoneState.DueOnTheDay : MilestoneState.Upcoming;
    }
}

/// <summary>How a milestone stood at the end of a day. Each has exactly one of these states.</summary>
public enum MilestoneState
{
    /// <summary>Completed on or before the day it was due.</summary>
    Met,

    /// <summary>Completed after the day it was due.</summary>
    Late,

    /// <summary>Open, and due before the day.</summary>
    Overdue,

    /// <summary>Open, and due on the day itself.</summary>
    DueOnTheDay,

    /// <summary>Open, and due after the day.</summary>
    Upcoming,
}
