using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;

namespace ControlStrategy.Api.Analytics.Series;

/// <summary>What a series is asked for.</summary>
public sealed record SeriesArguments
{
    /// <summary>Code of the area; a former code, or the letter of a division, is understood too.</summary>
    public required string Area { get; init; }

    /// <summary>First day looked at, from 1900-01-01 on; the series begins with the first whole period on or after it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day looked at, up to 2100-12-31; the series ends with the last whole period up to it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Length of the periods; quarters and years are the financial year's. Without it, the measure's own.</summary>
    public Grain? Grain { get; init; }

    /// <summary>What each point stands for. Without it, its own period; only then, and not for years, there is a control chart.</summary>
    public SeriesTransform? Transform { get; init; }

    /// <summary>How many first points, of each stretch between recalculations, limits are calculated from, 12 or more. Without it, all of them.</summary>
    public int? BaselinePoints { get; init; }

    /// <summary>From when on limits are calculated anew, besides the measure's breaks.</summary>
    public IReadOnlyList<RecalculationInput>? Recalculations { get; init; }

    /// <summary>What was known at this moment, to the millisecond; without it, what is known now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}

/// <summary>From when on limits are calculated anew, and why.</summary>
public sealed record RecalculationInput
{
    /// <summary>The first day; the first point that begins on or after it is the first of the new limits.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What changed, such as a counting rule or a recording system.</summary>
    public required string Reason { get; init; }
}
