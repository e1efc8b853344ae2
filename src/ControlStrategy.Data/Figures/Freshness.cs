using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>How new the current observations of a measure are.</summary>
/// <param name="NewestPeriod">The newest period, such as `2021/22`; of those that end on the same day, the shortest.</param>
/// <param name="PeriodStart">First day of the newest period.</param>
/// <param name="PeriodEnd">Last day of the newest period.</param>
/// <param name="AreaCount">How many areas have a value for the newest period.</param>
/// <param name="RecordedAt">When the newest value of the measure was recorded, whichever period it is for.</param>
public sealed record Freshness(string NewestPeriod, DateOnly PeriodStart, DateOnly PeriodEnd, int AreaCount, DateTimeOffset RecordedAt)
{
    /// <summary>Reads the freshness of measures in one statement; a measure without observations has none.</summary>
    /// <param name="context">The database.</param>
    /// <param name="measureIds">Keys of the measures.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IReadOnlyDictionary<int, Freshness>> ReadAsync(
        StrategyContext context, IReadOnlyCollection<int> measureIds, CancellationToken cancellation)
    {
        var periods = await context.Observations
            .Where(observation => measureIds.Contains(observation.MeasureId))
            .GroupBy(observation => new { observation.MeasureId, observation.PeriodStart, observation.PeriodEnd, observation.Grain })
            .Select(group => new ReportedPeriod(
                group.Key.MeasureId,
                new Period(group.Key.PeriodStart, group.Key.PeriodEnd, group.Key.Grain),
                group.Count(),
                group.Max(observation => observation.RecordedAt)))
            .ToListAsync(cancellation);
        return periods.GroupBy(period => period.MeasureId).ToDictionary(group => group.Key, Of);
    }

    private static Freshness Of(IEnumerable<ReportedPeriod> periods)
    {
        var newest = periods.MaxBy(reported => (reported.Period.LastDay, reported.Period.FirstDay))!;
        return new Freshness(
            PeriodNotation.Write(newest.Period),
            newest.Period.FirstDay,
            newest.Period.LastDay,
            newest.AreaCount,
            periods.Max(reported => reported.RecordedAt));
    }

    private sealed record ReportedPeriod(int MeasureId, Period Period, int AreaCount, DateTimeOffset RecordedAt);
}
