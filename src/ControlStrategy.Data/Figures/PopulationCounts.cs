using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Data.Figures;

/// <summary>The people of areas.</summary>
public static class PopulationCounts
{
    /// <summary>Reads in one statement the populations of areas up to a mid-year.</summary>
    /// <param name="context">The database.</param>
    /// <param name="areaIds">Keys of the areas.</param>
    /// <param name="midYear">The newest calendar year wanted.</param>
    /// <param name="asAt">The moment whose knowledge counts; null for now.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static Task<RecordedRows<PopulationCount>> ReadAsync(
        StrategyContext context, IReadOnlyCollection<int> areaIds, int midYear, DateTimeOffset? asAt, CancellationToken cancellation)
    {
        var populations = context.AreaPopulations.Known(asAt)
            .Where(population => population.MidYear <= midYear && areaIds.Contains(population.AreaId))
            .Select(population => new RecordedRow<PopulationCount>(new PopulationCount(population.AreaId, population.MidYear, population.AllAges), population.RecordedAt));
        return RecordedRows.ReadAsync(populations, cancellation);
    }
}
