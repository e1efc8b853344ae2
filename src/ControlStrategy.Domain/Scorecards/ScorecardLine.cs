using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>One measure in one area: the period, what it is compared with, and what was aimed at.</summary>
/// <param name="MeasureId">The measure's key.</param>
/// <param name="AreaId">The area's key.</param>
/// <param name="Current">The figure of the period.</param>
/// <param name="Previous">The figure of the period it is compared with.</param>
/// <param name="Change">The period against that one, with the test whether it is more than chance.</param>
/// <param name="FiveYearMean">The mean of the same months of the five years before; needs all five.</param>
/// <param name="FiveYearChange">The period against that mean.</param>
/// <param name="Rate">The period's count per 10,000 people.</param>
public sealed record ScorecardLine(
    int MeasureId,
    int AreaId,
    MeasuredFigure Current,
    Figure Previous,
    ScorecardChange Change,
    Figure FiveYearMean,
    Change FiveYearChange,
    Rate Rate)
{
    /// <summary>The 12 months to the end of the period.</summary>
    public required Figure Rolling12 { get; init; }

    /// <summary>Those 12 months against the 12 before them.</summary>
    public required Change Rolling12Change { get; init; }

    /// <summary>Cleared up in the period for each hundred recorded.</summary>
    public required DetectionRate DetectionRate { get; init; }

    /// <summary>What was aimed at in the period's financial year; null without a target.</summary>
    public Aim? Aim { get; init; }

    /// <summary>How the financial year, or else the 12 months to the end of the period, stands against that.</summary>
    public required Rag Rag { get; init; }
}
