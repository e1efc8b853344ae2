using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Series;

/// <summary>One point of a series.</summary>
public sealed record SeriesPoint
{
    /// <summary>Its period as it is written, such as `2021-04`, `2021/22 Q1` or `2021/22`.</summary>
    public required string Period { get; init; }

    /// <summary>First day of its period.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of its period.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The value, unrounded, in the measure's unit; null where a reason says why.</summary>
    public required double? Value { get; init; }

    /// <summary>Lower end of the value's 95% interval, in the unit of the value; null where there is none.</summary>
    public required double? Lower { get; init; }

    /// <summary>Upper end of the value's 95% interval, in the unit of the value; null where there is none.</summary>
    public required double? Upper { get; init; }

    /// <summary>The counted part of a percentage or rate; of a count its numerator where one is recorded: what was cleared up, for measures that count it; else null.</summary>
    public required decimal? Numerator { get; init; }

    /// <summary>What the numerator of a percentage or rate is a part of; else null.</summary>
    public required decimal? Denominator { get; init; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>How many areas below this one lack the period, where others have it and the sum is therefore not made; else null. An area that lacks it with all areas below it counts once.</summary>
    public required int? MissingAreas { get; init; }

    /// <summary>PROVISIONAL where anything it is made of may still change; null where there is no value.</summary>
    public required ObservationStatus? Status { get; init; }

    /// <summary>Why the point is special in its control chart; empty where it is not.</summary>
    public required IReadOnlyList<ControlFlag> Flags { get; init; }
}
