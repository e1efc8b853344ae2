using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Series;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Series;

/// <summary>A measure whose series is asked for.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Polarity">Whether lower or higher is better.</param>
/// <param name="Grid">The periods.</param>
/// <param name="Breaks">Where it is counted differently than before, within the series.</param>
internal sealed record AskedSeries(int Id, MeasureKind Kind, Polarity Polarity, SeriesGrid Grid, IReadOnlyList<SeriesBreak> Breaks)
{
    /// <summary>Reads measures and their breaks, in two statements.</summary>
    public static async Task<IReadOnlyList<AskedSeries>> ReadAsync(
        StrategyContext context, IReadOnlyCollection<int> measureIds, SeriesArguments arguments, CancellationToken cancellation)
    {
        var rows = await context.Measures.Where(measure => measureIds.Contains(measure.Id))
            .Select(measure => new { measure.Id, measure.Kind, measure.Polarity, measure.Grain })
            .ToListAsync(cancellation);
        var breaks = await context.MeasureBreaks.Known(arguments.AsAt)
            .Where(at => measureIds.Contains(at.MeasureId) && at.StartsOn > arguments.From && at.StartsOn <= arguments.To)
            .OrderBy(at => at.StartsOn)
            .Select(at => new { at.MeasureId, Break = new SeriesBreak(at.StartsOn, at.Reason) })
            .ToListAsync(cancellation);
        var byMeasure = breaks.ToLookup(at => at.MeasureId, at => at.Break);
        return
        [
            .. rows.Select(row => new AskedSeries(
                row.Id,
                row.Kind,
                row.Polarity,
                SeriesGrid.Within(arguments.Grain ?? row.Grain, arguments.From, arguments.To),
                [.. byMeasure[row.Id]])),
        ];
    }

    /// <summary>Where limits are calculated anew: at the measure's breaks and where the caller says.</summary>
    public IReadOnlyList<Recalculation> Recalculations(SeriesArguments arguments) =>
    [
        .. Breaks.Select(at => new Recalculation(at.StartsOn, at.Reason)),
        .. (arguments.Recalculations ?? []).Select(at => new Recalculation(at.From, at.Reason)),
    ];
}
