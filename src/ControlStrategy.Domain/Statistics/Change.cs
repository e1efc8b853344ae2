using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>How far a figure is from the one it is compared with.</summary>
/// <param name="Number">The difference, current less earlier: a number for counts, percentage points for percentages, per 10,000 for
/// rates.</param>
/// <param name="Percent">The difference in per cent of the earlier figure (10.5 is 10.5%); for counts only, and not from 0.</param>
/// <param name="Reason">Why one or both of them are missing: BREAK_IN_SERIES where the two are not counted alike; null where both are there.</param>
public sealed record Change(double? Number, double? Percent, Reason? Reason)
{
    /// <summary>A change that is not stated.</summary>
    internal static Change Missing(Reason reason) => new(null, null, reason);

    /// <summary>
    /// Compares two figures of one measure. Percentages, rates and survey estimates never change in per cent of a per cent.
    /// </summary>
    /// <param name="current">The figure asked about.</param>
    /// <param name="earlier">The figure it is compared with.</param>
    /// <param name="kind">What the measure's values are.</param>
    public static Change Between(Figure current, Figure earlier, MeasureKind kind)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(earlier);
        if (current.Value is not { } now || earlier.Value is not { } then)
            return new Change(null, null, current.Reason ?? earlier.Reason);

        var number = now - then;
        return kind is MeasureKind.Count && then != 0
            ? new Change(number, 100 * number / then, null)
            : new Change(number, null, Statistics.Reason.NotApplicable);
    }
}
