using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Api.Analytics.Funnels;

/// <summary>What a funnel is asked for.</summary>
public sealed record FunnelArguments
{
    /// <summary>Code of the measure: a count, rate or percentage.</summary>
    public required string Measure { get; init; }

    /// <summary>The period: `2021/22` (financial year), `2021/22 Q2` (financial quarter), `2021/22 YTD Sep` (April to September) or `2021-09` (month).</summary>
    public required string Period { get; init; }

    /// <summary>The areas of this level are compared.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Only those within this area, by its code; without it, all of the level. Limits need ten of them.</summary>
    public string? Within { get; init; }

    /// <summary>What was known at this moment, to the millisecond; without it, what is known now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}
