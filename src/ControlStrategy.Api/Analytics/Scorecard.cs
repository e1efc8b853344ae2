using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics;

/// <summary>What a scorecard is asked for.</summary>
public sealed record ScorecardArguments
{
    /// <summary>The period: `2021/22` (financial year), `2021/22 Q2` (financial quarter), `2021/22 YTD Sep` (April to September) or `2021-09` (month).</summary>
    public required string Period { get; init; }

    /// <summary>Codes of the areas, in the order of the answer; codes an area had before are understood too. Without it, Scotland.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>Codes of the measures, in the order of the answer. Without it, all measures in the order they were made.</summary>
    public IReadOnlyList<string>? Measures { get; init; }
}

/// <summary>Figures of measures in areas for one period, compared with the years before.</summary>
/// <param name="Period">The period as it is written, such as `2021/22`.</param>
/// <param name="PeriodStart">First day of the period.</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="DataAsAt">When the newest of the observations read for it was recorded, of parts of areas too; none where nothing was found.</param>
/// <param name="Sources">Where the observations read for it come from, each source once.</param>
/// <param name="Provisional">Whether any of those observations is provisional.</param>
/// <param name="Rows">One row for each measure and area, all areas of the first measure first.</param>
public sealed record Scorecard(
    string Period,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateTimeOffset? DataAsAt,
    IReadOnlyList<string> Sources,
    bool Provisional,
    IReadOnlyList<ScorecardRow> Rows);

/// <summary>One measure in one area: the period, the year before, the five years before, and the rate.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Area">Where.</param>
/// <param name="Current">The figure of the period.</param>
/// <param name="Previous">The figure of the same months one year before.</param>
/// <param name="Change">The period against the year before.</param>
/// <param name="FiveYearMean">The mean of the same months of the five years before; needs all five.</param>
/// <param name="FiveYearChange">The period against that mean.</param>
/// <param name="Rate">The period's count per 10,000 people.</param>
public sealed record ScorecardRow(
    EntityKey<Measure> Measure,
    EntityKey<Area> Area,
    Figure Current,
    Figure Previous,
    Change Change,
    Figure FiveYearMean,
    Change FiveYearChange,
    Rate Rate);
