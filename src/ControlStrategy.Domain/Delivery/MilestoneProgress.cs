using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Delivery;

/// <summary>How far work has come, by its milestones: each counts the same, however large.</summary>
/// <param name="OfDue">Completed milestones, met or late, among those due so far: 100 × completed / due.</param>
/// <param name="OfAll">Completed milestones, met ahead too, among all: 100 × completed / all.</param>
public sealed record MilestoneProgress(CompletedShare OfDue, CompletedShare OfAll)
{
    /// <summary>The progress that counts stand for.</summary>
    public static MilestoneProgress Of(MilestoneCounts counts) => new(
        CompletedShare.Of(counts.Met - counts.MetAhead + counts.Late, counts.Due),
        CompletedShare.Of(counts.Met + counts.Late, counts.All));
}

/// <summary>The share of milestones that are completed.</summary>
public sealed record CompletedShare
{
    private CompletedShare()
    {
    }

    /// <summary>Milestones completed.</summary>
    public required int Completed { get; init; }

    /// <summary>Milestones they are a part of.</summary>
    public required int Milestones { get; init; }

    /// <summary>100 × completed / milestones, 0 to 100; null where there is no milestone.</summary>
    public required double? Percent { get; init; }

    /// <summary>Why there is no share: NOT_AVAILABLE where there is no milestone; null where there is one.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>A share of some milestones.</summary>
    /// <param name="completed">How many are completed, 0 to all of them.</param>
    /// <param name="milestones">How many there are, 0 or more.</param>
    public static CompletedShare Of(int completed, int milestones) => new()
    {
        Completed = completed,
        Milestones = milestones,
        Percent = milestones == 0 ? null : 100.0 * completed / milestones,
        Reason = milestones == 0 ? Statistics.Reason.NotAvailable : null,
    };
}
