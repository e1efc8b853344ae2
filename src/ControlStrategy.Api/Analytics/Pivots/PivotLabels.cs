using System.Collections.Frozen;
using ControlStrategy.Data;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Names of a pivot's members.</summary>
internal sealed class PivotLabels
{
    private const string Total = "Total";

    private readonly IReadOnlyDictionary<int, string> _outcomes;
    private readonly IReadOnlyDictionary<int, string> _measures;
    private readonly IReadOnlyDictionary<int, string> _areas;
    private readonly IReadOnlyList<ReportingPeriod> _periods;

    private PivotLabels(Names names, IReadOnlyList<ReportingPeriod> periods)
    {
        (_outcomes, _measures, _areas) = names;
        _periods = periods;
    }

    /// <summary>Reads the names of outcomes, measures and areas that are on an axis, in one statement each.</summary>
    /// <param name="context">The database.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<PivotLabels> ReadAsync(StrategyContext context, AskedPivot asked, CancellationToken cancellation)
    {
        PivotDimension[] dimensions = [.. asked.Layout.Rows.Dimensions, .. asked.Layout.Columns.Dimensions];
        var (measureIds, areaIds) = (asked.Measures.All.Select(measure => measure.MeasureId).ToList(), asked.Areas.Ids);
        var names = new Names(
            !dimensions.Contains(PivotDimension.Outcome) ? None : await context.Outcomes.ToDictionaryAsync(outcome => outcome.Id, outcome => $"{outcome.Code} {outcome.Title}", cancellation),
            !dimensions.Contains(PivotDimension.Measure) ? None : await context.Measures.Where(measure => measureIds.Contains(measure.Id)).Select(measure => new { measure.Id, measure.Name }).ToDictionaryAsync(measure => measure.Id, measure => measure.Name, cancellation),
            !dimensions.Contains(PivotDimension.Area) ? None : await context.Areas.Where(area => areaIds.Contains(area.Id)).Select(area => new { area.Id, area.Name }).ToDictionaryAsync(area => area.Id, area => area.Name, cancellation));
        return new PivotLabels(names, asked.Periods);
    }

    private static IReadOnlyDictionary<int, string> None => FrozenDictionary<int, string>.Empty;

    /// <summary>For each dimension of an axis the name of a place's member, or that it is the total of it.</summary>
    public IReadOnlyList<string> Of(PivotPlace place, PivotAxis axis) =>
        [.. axis.Dimensions.Select((dimension, depth) => depth < place.Depth ? Of(place, dimension) : Total)];

    private string Of(PivotPlace place, PivotDimension dimension) => dimension switch
    {
        PivotDimension.Outcome => _outcomes[place.OutcomeId!.Value],
        PivotDimension.Measure => _measures[place.MeasureId!.Value],
        PivotDimension.Area => _areas[place.AreaId!.Value],
        PivotDimension.Period => _periods[place.Period!.Value].Label,
        PivotDimension.Status => PivotWords.Of(place.Status!.Value),
        _ => PivotWords.Of(place.Variation!.Value),
    };

    private sealed record Names(IReadOnlyDictionary<int, string> Outcomes, IReadOnlyDictionary<int, string> Measures, IReadOnlyDictionary<int, string> Areas);
}
