using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Series;

/// <summary>Reads and makes the series of measures that share their periods.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="arguments">What is asked.</param>
/// <param name="areas">The area, with its parts.</param>
internal sealed class SeriesReading(StrategyContext context, SeriesArguments arguments, AskedAreas areas)
{
    private const int MonthsOfYear = 12;

    private SeriesTransform Transform => arguments.Transform ?? SeriesTransform.Discrete;

    private int AreaId => areas.Ids[0];

    public async Task<IReadOnlyDictionary<int, Series>> ReadAsync(SeriesGrid grid, IReadOnlyList<AskedSeries> measures, CancellationToken cancellation)
    {
        var earlier = MeasureSeries.EarlierPeriods(grid, Transform);
        var read = grid.Extended(earlier);
        var scope = new FigureScope([.. measures.Select(measure => measure.Id)], areas.WithParts, arguments.AsAt);
        var rows = await SeriesRows.ReadAsync(context, scope, read, grid.Grain, cancellation);
        var targets = await TargetsAsync(scope, grid, cancellation);
        var made = MeasureSeries.Of(
            new SeriesRequest
            {
                AreaId = AreaId,
                Areas = areas.Tree,
                Grid = grid,
                EarlierPeriods = earlier,
                Sums = SeriesSums.Of(rows.Rows, read),
                Transform = Transform,
                BaselinePoints = arguments.BaselinePoints,
            },
            measures.Select(measure => (measure.Id, measure.Kind, measure.Recalculations(arguments))));
        return measures.ToDictionary(measure => measure.Id, measure => Answer(measure, made[measure.Id], TargetOf(measure, targets)) with
        {
            DataAsAt = rows.NewestByMeasure.TryGetValue(measure.Id, out var newest) ? newest : null,
        });
    }

    private async Task<IReadOnlyDictionary<int, decimal>> TargetsAsync(FigureScope scope, SeriesGrid grid, CancellationToken cancellation)
    {
        var (year, ids, area) = (FinancialYear.Containing(grid.LastDay).StartYear, scope.MeasureIds, AreaId);
        return await context.Targets.Known(arguments.AsAt)
            .Where(target => target.FinancialYearStart == year && target.AreaId == area && ids.Contains(target.MeasureId))
            .ToDictionaryAsync(target => target.MeasureId, target => target.Value, cancellation);
    }

    private double? TargetOf(AskedSeries measure, IReadOnlyDictionary<int, decimal> targets)
    {
        if (!targets.TryGetValue(measure.Id, out var yearly)) return null;
        var isPart = Transform is SeriesTransform.Discrete && measure.Kind is MeasureKind.Count or MeasureKind.Rate;
        return (double)yearly * (isPart ? (double)measure.Grid.MonthCount / MonthsOfYear : 1);
    }

    private Series Answer(AskedSeries measure, MeasureSeries made, double? target)
    {
        var last = made.Chart?.Phases[^1];
        return new Series
        {
            Area = new EntityKey<Area>(AreaId),
            Grain = measure.Grid.Grain,
            Transform = Transform,
            AsAt = arguments.AsAt,
            DataAsAt = null,
            Mean = last?.Mean,
            LowerLimit = last?.LowerLimit,
            UpperLimit = last?.UpperLimit,
            NearLowerLimit = last?.NearLowerLimit,
            NearUpperLimit = last?.NearUpperLimit,
            MeanMovingRange = last?.MeanMovingRange,
            Variation = made.Chart?.VariationAtEnd(measure.Polarity),
            Assurance = made.Chart?.AssuranceOf(target, measure.Polarity),
            Target = target,
            Reason = made.Reason,
            Phases = [.. (made.Chart?.Phases ?? []).Select(phase => Phase(measure, phase))],
            Breaks = measure.Breaks,
            Points = made.Points,
        };
    }

    private SeriesPhase Phase(AskedSeries measure, ControlPhase phase)
    {
        var (first, before) = (measure.Grid.Start(phase.First), measure.Grid.Start(phase.First - 1));
        var because = measure.Recalculations(arguments).Where(at => at.From <= first && at.From > before).Select(at => at.Reason).Distinct();
        return new SeriesPhase(
            first,
            phase.First == 0 ? null : string.Join("; ", because),
            phase.Mean,
            phase.LowerLimit,
            phase.UpperLimit,
            phase.NearLowerLimit,
            phase.NearUpperLimit,
            phase.Reason);
    }
}
