using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Revisions;

/// <summary>How far a figure is from what was known of it before.</summary>
/// <param name="Difference">The later value less the earlier, exact: a number for counts, percentage points for percentages, per 10,000 for rates.</param>
/// <param name="Percent">The difference in per cent of the earlier value (10.5 is 10.5%); for counts only, and not from 0.</param>
/// <param name="Reason">Why one or both of them are missing; null where both are there.</param>
public sealed record Revision(decimal? Difference, double? Percent, Reason? Reason)
{
    /// <summary>Compares two states of one figure, by the rules of change between periods.</summary>
    /// <param name="before">The earlier state; null where the figure was not known.</param>
    /// <param name="after">The later state.</param>
    /// <param name="kind">What the figure's values are.</param>
    public static Revision Between(FigureState? before, FigureState after, MeasureKind kind)
    {
        ArgumentNullException.ThrowIfNull(after);
        var earlier = before?.ToFigure() ?? Figure.Missing(Statistics.Reason.NotAvailable);
        var change = Change.Between(after.ToFigure(), earlier, kind);
        return new Revision(after.Value - before?.Value, change.Percent, change.Reason);
    }
}
