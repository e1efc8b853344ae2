using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Reads what a scorecard is computed from: a statement for each sort of figure, however many measures and areas.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="period">The period asked about.</param>
/// <param name="needs">What must be read.</param>
internal sealed class ScorecardReading(StrategyContext context, ReportingPeriod period, ScorecardNeeds needs)
{
    /// <summary>The measures and areas, with their parts.</summary>
    public required FigureScope Scope { get; init; }

    public ScorecardNeeds Needs => needs;

    public Task<PeriodSums> SumsAsync(CancellationToken cancellation) =>
        PeriodSums.ReadAsync(context, Scope, period, needs.YearsBack, cancellation);

    public Task<PeriodSums> Rolling12Async(CancellationToken cancellation) => needs.Rolling12
        ? PeriodSums.ReadAsync(context, Scope, period.Rolling12, 1, cancellation)
        : Task.FromResult(PeriodSums.Nothing);

    public Task<SeriesRows> ChartRowsAsync(CancellationToken cancellation) => needs.Charts
        ? SeriesRows.ReadAsync(context, Scope, ScorecardCharts.GridOf(period), Grain.Quarter, cancellation)
        : Task.FromResult(SeriesRows.Nothing);

    public async Task<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellation) => needs.Sources
        ? await FigureSources.ReadAsync(context, Scope, period, needs.YearsBack, cancellation)
        : [];

    public Task<RecordedRows<PopulationCount>> PopulationsAsync(CancellationToken cancellation) => needs.Populations
        ? PopulationCounts.ReadAsync(context, Scope.AreaIds, period.FinancialYear.MidYear, Scope.AsAt, cancellation)
        : Task.FromResult(RecordedRows.None<PopulationCount>());

    public async Task<RecordedRows<Aim>> AimsAsync(CancellationToken cancellation)
    {
        if (!needs.Aims) return RecordedRows.None<Aim>();
        var (year, measureIds, areaIds) = (period.FinancialYear.StartYear, Scope.MeasureIds, Scope.AreaIds);
        var targets = context.Targets.Known(Scope.AsAt)
            .Where(target => target.FinancialYearStart == year && measureIds.Contains(target.MeasureId) && areaIds.Contains(target.AreaId))
            .Select(target => new RecordedRow<Aim>(new Aim(target.MeasureId, target.AreaId, target.Value, target.Tolerance), target.RecordedAt));
        return await RecordedRows.ReadAsync(targets, cancellation);
    }

    /// <summary>Keys of the newest approved commentary by measure and area.</summary>
    public async Task<IReadOnlyDictionary<(int MeasureId, int AreaId), int>> CommentaryAsync(CancellationToken cancellation)
    {
        if (!needs.Commentary) return new Dictionary<(int, int), int>();
        var (first, last, measureIds, areaIds, asAt) = (period.FirstDay, period.LastDay, Scope.MeasureIds, Scope.AreaIds, Scope.AsAt);
        var written = await context.Commentaries
            .Where(text => text.Status == CommentaryStatus.Approved && text.PeriodStart == first && text.PeriodEnd == last)
            .Where(text => measureIds.Contains(text.MeasureId) && areaIds.Contains(text.AreaId) && (asAt == null || text.WrittenAt <= asAt))
            .OrderBy(text => text.WrittenAt).ThenBy(text => text.Id)
            .Select(text => new { text.Id, text.MeasureId, text.AreaId })
            .ToListAsync(cancellation);
        return written.GroupBy(text => (text.MeasureId, text.AreaId)).ToDictionary(group => group.Key, group => group.Last().Id);
    }
}
