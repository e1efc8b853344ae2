using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Reads what a pivot is computed from: a statement for each sort of figure, however many measures, areas and periods.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="asked">What is asked.</param>
/// <param name="asAt">The moment whose knowledge counts; null for now.</param>
internal sealed class PivotReading(StrategyContext context, AskedPivot asked, DateTimeOffset? asAt)
{
    private readonly PivotNeeds _needs = asked.Layout.Needs;
    private readonly FigureScope _scope = new([.. asked.Measures.All.Select(measure => measure.MeasureId)], asked.Areas.WithParts, asAt);

    /// <summary>Whether sources are read.</summary>
    public required bool WithSources { get; init; }

    /// <summary>The stretches of time that are summed.</summary>
    public PivotWindows Windows { get; } = new(asked.Periods, asked.Layout.Needs);

    public Task<PeriodSums> SumsAsync(CancellationToken cancellation) => _needs.Figures
        ? PeriodSums.ReadAsync(context, _scope, Windows.All, cancellation)
        : Task.FromResult(PeriodSums.Nothing);

    public Task<SeriesRows> ChartRowsAsync(CancellationToken cancellation) => _needs.Charts
        ? SeriesRows.ReadAsync(context, _scope, Windows.ChartMonths, Grain.Quarter, cancellation)
        : Task.FromResult(SeriesRows.Nothing);

    public Task<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellation) => WithSources && _needs.Figures
        ? FigureSources.ReadAsync(context, _scope, Windows.All, cancellation)
        : Task.FromResult<IReadOnlyList<string>>([]);

    public Task<RecordedRows<PopulationCount>> PopulationsAsync(CancellationToken cancellation) => _needs.Populations
        ? PopulationCounts.ReadAsync(context, _scope.AreaIds, asked.Periods.Max(period => period.FinancialYear.MidYear), asAt, cancellation)
        : Task.FromResult(RecordedRows.None<PopulationCount>());

    public async Task<RecordedRows<YearAim>> AimsAsync(CancellationToken cancellation)
    {
        if (!_needs.Aims) return RecordedRows.None<YearAim>();
        var (measureIds, areaIds) = (_scope.MeasureIds, _scope.AreaIds);
        int[] years = [.. asked.Periods.Select(period => period.FinancialYear.StartYear).Distinct()];
        var targets = context.Targets.Known(asAt)
            .Where(target => years.Contains(target.FinancialYearStart) && measureIds.Contains(target.MeasureId) && areaIds.Contains(target.AreaId))
            .Select(target => new RecordedRow<YearAim>(
                new YearAim(new FinancialYear(target.FinancialYearStart), new Aim(target.MeasureId, target.AreaId, target.Value, target.Tolerance)), target.RecordedAt));
        return await RecordedRows.ReadAsync(targets, cancellation);
    }
}
