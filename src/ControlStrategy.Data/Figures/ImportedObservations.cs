using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>What an import brought of observations, those that were corrected since among them.</summary>
/// <param name="ImportId">Key of the import.</param>
/// <param name="Measures">The measures, by key in ascending order.</param>
/// <param name="PeriodStart">First day of the earliest period.</param>
/// <param name="PeriodEnd">Last day of the latest period.</param>
/// <param name="AreaCount">How many areas they are for.</param>
/// <param name="ObservationCount">How many they are.</param>
public sealed record ImportedObservations(
    int ImportId, IReadOnlyList<ImportedMeasure> Measures, DateOnly PeriodStart, DateOnly PeriodEnd, int AreaCount, int ObservationCount)
{
    /// <summary>Reads what one import brought, in two statements; none where it brought no observation.</summary>
    /// <param name="context">The database.</param>
    /// <param name="importId">Key of the import.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<ImportedObservations?> ReadAsync(StrategyContext context, int importId, CancellationToken cancellation)
    {
        var brought = context.Observations.IgnoreQueryFilters([StrategyContext.CurrentOnly]).Where(observation => observation.ImportId == importId);
        var measures = await brought.GroupBy(observation => new { observation.MeasureId, observation.Measure.Code })
            .Select(group => new
            {
                group.Key.MeasureId,
                group.Key.Code,
                First = group.Min(observation => observation.PeriodStart),
                Last = group.Max(observation => observation.PeriodEnd),
                Count = group.Count(),
            })
            .ToListAsync(cancellation);
        if (measures.Count == 0) return null;
        return new ImportedObservations(
            importId,
            [.. measures.OrderBy(measure => measure.MeasureId).Select(measure => new ImportedMeasure(measure.MeasureId, measure.Code))],
            measures.Min(measure => measure.First),
            measures.Max(measure => measure.Last),
            await brought.Select(observation => observation.AreaId).Distinct().CountAsync(cancellation),
            measures.Sum(measure => measure.Count));
    }
}

/// <summary>A measure an import brought observations of.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Code">Its code.</param>
public sealed record ImportedMeasure(int Id, string Code);
