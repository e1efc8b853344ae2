using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Figures of measures in areas for one period, compared with the years before.</summary>
/// <param name="Period">The period as it is written, such as `2021/22`.</param>
/// <param name="PeriodStart">First day of the period.</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="ComparedWith">The period it is compared with, as it is written.</param>
/// <param name="AsAt">The moment whose knowledge this is; none for now.</param>
/// <param name="DataAsAt">
/// When the newest of the observations, populations and targets read for it was recorded, of parts of areas and of the years and months compared with too, as far as
/// they were selected; none where nothing was found.
/// </param>
/// <param name="Sources">Where the observations read for it come from, each source once.</param>
/// <param name="Provisional">Whether any of those observations is provisional.</param>
/// <param name="Rows">One row for each measure and area, all areas of the first measure first.</param>
/// <param name="Outcomes">For each outcome with measures in this answer, those of outcomes below it too, and each area: how many are in which state. Never an index.</param>
public sealed record Scorecard(
    string Period,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    string ComparedWith,
    DateTimeOffset? AsAt,
    DateTimeOffset? DataAsAt,
    IReadOnlyList<string> Sources,
    bool Provisional,
    IReadOnlyList<ScorecardRow> Rows,
    IReadOnlyList<OutcomeState> Outcomes);

/// <summary>One measure in one area: the period, what it is compared with, what was aimed at, and how it runs.</summary>
public sealed record ScorecardRow
{
    /// <summary>What was measured.</summary>
    public required EntityKey<Measure> Measure { get; init; }

    /// <summary>Where.</summary>
    public required EntityKey<Area> Area { get; init; }

    /// <summary>The figure of the period, with the 95% interval that chance alone would give it; whether a change is more than chance says the change's own test.</summary>
    public required MeasuredFigure Current { get; init; }

    /// <summary>The figure of the same months one year before, or of the period asked to compare with.</summary>
    public required Figure Previous { get; init; }

    /// <summary>The period against that one, with the test whether it is more than chance.</summary>
    public required ScorecardChange Change { get; init; }

    /// <summary>The mean of the same months of the five years before, of a percentage or rate their cases together; needs all five, counted alike.</summary>
    public required Figure FiveYearMean { get; init; }

    /// <summary>The period against that mean.</summary>
    public required Change FiveYearChange { get; init; }

    /// <summary>The 12 months to the end of the period.</summary>
    public required Figure Rolling12 { get; init; }

    /// <summary>Those 12 months against the 12 before them.</summary>
    public required Change Rolling12Change { get; init; }

    /// <summary>The period's count per 10,000 people.</summary>
    public required Rate Rate { get; init; }

    /// <summary>Cleared up in the period for each hundred recorded in it, for measures that count both.</summary>
    public required DetectionRate DetectionRate { get; init; }

    /// <summary>What was aimed at in the period's financial year; none without a target.</summary>
    public required ScorecardTarget? Target { get; init; }

    /// <summary>How the financial year stands against the target; of a part of a year, how the 12 months to its end do.</summary>
    public required Rag Rag { get; init; }

    /// <summary>How the last month, or quarter, of the period stands in the control chart of the 36 months to the end of the period.</summary>
    public required Variation? Variation { get; init; }

    /// <summary>Whether that chart's limits can be expected to meet the target, in equal parts where it is a yearly count.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary>Why there is no variation: TOO_FEW_POINTS below 12, NOT_APPLICABLE for yearly series, NOT_AVAILABLE where months are missing.</summary>
    public required Reason? ChartReason { get; init; }

    /// <summary>The newest approved commentary on this measure, area and period; none where nothing was written.</summary>
    public required EntityKey<Commentary>? Commentary { get; init; }
}

/// <summary>What was aimed at in a financial year.</summary>
/// <param name="Value">The value aimed at, in the measure's unit.</param>
/// <param name="Tolerance">How far off is tolerated: per cent of the value; percentage points for percentages.</param>
public sealed record ScorecardTarget(decimal Value, decimal Tolerance);

/// <summary>How many of an outcome's measures are in which state in one area.</summary>
public sealed record OutcomeState
{
    /// <summary>The outcome.</summary>
    public required EntityKey<Outcome> Outcome { get; init; }

    /// <summary>Where.</summary>
    public required EntityKey<Area> Area { get; init; }

    /// <summary>Measures of the outcome, and of the outcomes below it, in this answer.</summary>
    public required int Measures { get; init; }

    /// <summary>Measures on target.</summary>
    public required int OnTarget { get; init; }

    /// <summary>Measures off target within tolerance.</summary>
    public required int WithinTolerance { get; init; }

    /// <summary>Measures off target.</summary>
    public required int OffTarget { get; init; }

    /// <summary>Measures without target, or without a figure for twelve months.</summary>
    public required int NoTarget { get; init; }

    /// <summary>Measures whose last point shows an improvement beyond chance.</summary>
    public required int Improving { get; init; }

    /// <summary>Measures of concern: whose last point shows a worsening beyond chance.</summary>
    public required int Concerning { get; init; }

    /// <summary>Measures whose last point differs beyond chance, where neither direction is better.</summary>
    public required int NeutralChange { get; init; }

    /// <summary>Measures that vary as they usually do.</summary>
    public required int CommonCause { get; init; }

    /// <summary>Measures without a control chart.</summary>
    public required int NoChart { get; init; }
}
