namespace ControlStrategy.Domain.Delivery;

/// <summary>How the work of some initiatives stood on a day.</summary>
public record WorkState
{
    /// <summary>The initiatives by status.</summary>
    public required InitiativeCounts Initiatives { get; init; }

    /// <summary>Their milestones.</summary>
    public required MilestoneCounts Milestones { get; init; }

    /// <summary>How far they have come, by those milestones.</summary>
    public required MilestoneProgress Progress { get; init; }

    /// <summary>Their activities.</summary>
    public required ActivityCounts Activities { get; init; }

    /// <summary>Whether any status, milestone or activity counted here is demonstration data.</summary>
    public required bool Demonstration { get; init; }
}
