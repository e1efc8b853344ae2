namespace ControlStrategy.Api.Analytics.StrategyMaps;

/// <summary>What a map of the strategy is asked for.</summary>
public sealed record StrategyMapArguments
{
    /// <summary>The period of the measures' figures: `2021/22` (financial year), `2021/22 Q2` (financial quarter), `2021/22 YTD Sep` (April to September) or `2021-09` (month).</summary>
    public required string Period { get; init; }

    /// <summary>Code of the area, a former code, or the letter of a division; without it, Scotland and all work.</summary>
    public string? Area { get; init; }

    /// <summary>The day on which the work is looked at; without it, the last day of the period, or today in UTC where that is still to come.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Figures as they were known at this moment, to the millisecond; without it, what is known now. Work is as it is on record now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}
