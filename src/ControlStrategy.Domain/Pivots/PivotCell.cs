using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>One value of a pivot: a number, a word, or the reason there is neither.</summary>
public sealed record PivotCell
{
    /// <summary>The number, unrounded, in the unit of its value (10.5 is 10.5%); null where a word or a reason stands instead.</summary>
    public double? Value { get; init; }

    /// <summary>The word of a significance, of a state against the target or of a control chart, such as ON_TARGET; null for other values.</summary>
    public string? Word { get; init; }

    /// <summary>
    /// Why there is neither: NOT_APPLICABLE where nothing can be added up or the cell holds nothing, as a state the measure is not in; else
    /// the scorecard's reason. Null where there is one.
    /// </summary>
    public Reason? Reason { get; init; }

    /// <summary>How many areas lack the period, where others have it and the sum is therefore not made; else null.</summary>
    public int? MissingAreas { get; init; }

    /// <summary>PROVISIONAL where the period's own figure may still change; null where there is none, or several measures.</summary>
    public ObservationStatus? Status { get; init; }

    /// <summary>A cell that holds nothing.</summary>
    internal static PivotCell NotApplicable { get; } = new() { Reason = Statistics.Reason.NotApplicable };
}
