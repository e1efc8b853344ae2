using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>What a scorecard is asked for.</summary>
public sealed record ScorecardArguments
{
    /// <summary>The period: `2021/22` (financial year), `2021/22 Q2` (financial quarter), `2021/22 YTD Sep` (April to September) or `2021-09` (month).</summary>
    public required string Period { get; init; }

    /// <summary>Code of one area; with `areas`, the first of the answer.</summary>
    public string? Area { get; init; }

    /// <summary>Codes of the areas, in the order of the answer; former codes and letters of divisions are understood too. Without area, areas and level, Scotland.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>All areas of this level, by code; together with `area` or `areas`, those of the level that lie below, at or above them.</summary>
    public AreaLevel? Level { get; init; }

    /// <summary>Codes of the measures, in the order of the answer. Without measures and outcome, all measures in the order they were made.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>Code of an outcome: its measures and those of the outcomes below it. Together with `measures`, all of those must be among them.</summary>
    public string? Outcome { get; init; }

    /// <summary>
    /// The period to compare with, at most 20 years before and the same months of its year, such as `2014/15`. Without it, the same months
    /// one year before.
    /// </summary>
    public string? CompareWith { get; init; }

    /// <summary>What was known at this moment, to the millisecond; without it, what is known now. What there was to say about areas and measures themselves is as it is now.</summary>
    public DateTimeOffset? AsAt { get; init; }

    /// <summary>The areas named in either way; null where none is.</summary>
    internal IReadOnlyList<string>? NamedAreas => Area is { } area ? [area, .. Areas ?? []] : Areas;

    /// <summary>The measures named in any way.</summary>
    internal MeasureChoice NamedMeasures => new(Measures, Outcome, AsAt);
}
