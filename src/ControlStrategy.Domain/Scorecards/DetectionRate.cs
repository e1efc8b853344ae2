using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>Cleared up in the period for each hundred recorded in it. It can exceed 100: what is cleared up may have been recorded before.</summary>
/// <param name="Value">Cleared up divided by recorded, times 100, unrounded (52.5 is 52.5%); null where the reason says why.</param>
/// <param name="ClearedUp">How many were cleared up in the period; null where it is not known.</param>
/// <param name="Reason">
/// Why there is no rate: NOT_APPLICABLE for measures that do not count what was cleared up, and where nothing was recorded; NOT_AVAILABLE
/// where it is not known.
/// </param>
public sealed record DetectionRate(double? Value, decimal? ClearedUp, Reason? Reason)
{
    internal static DetectionRate Of(Search current, ScorecardMeasure measure)
    {
        if (!measure.CountsClearedUp)
            return new DetectionRate(null, null, Statistics.Reason.NotApplicable);
        if (current.Total is not { Numerator: { } cleared } total)
            return new DetectionRate(null, null, Statistics.Reason.NotAvailable);
        return total.Value == 0
            ? new DetectionRate(null, cleared, Statistics.Reason.NotApplicable)
            : new DetectionRate((double)(100 * cleared / total.Value), cleared, null);
    }
}
