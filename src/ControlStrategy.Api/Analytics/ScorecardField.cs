using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics;

/// <summary>Answers <c>scorecard</c>: four statements, however many measures and areas.</summary>
internal static class ScorecardField
{
    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<ScorecardArguments, Scorecard>(
        "scorecard",
        "Figures of measures in areas for one period: against the year before, against the mean of the five years before, and per 10,000 people.",
        ResolveAsync);

    private static async Task<Scorecard?> ResolveAsync(ScorecardArguments arguments, IServiceProvider services, CancellationToken cancellation)
    {
        var period = ReportingPeriod.TryParse(arguments.Period)
            ?? throw new RequestException("INVALID_PERIOD", $"'{arguments.Period}' is not a period. Write {ReportingPeriod.AcceptedForms}.");
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var measures = await MeasuresAsync(context, arguments.Measures, cancellation);
        var areas = await AskedAreas.ReadAsync(context, arguments.Areas, cancellation);
        var maximum = services.GetRequiredService<StrategySettings>().MaximumScorecardRows;
        if ((long)measures.Count * areas.Ids.Count > maximum)
            throw new RequestException("TOO_MANY_ROWS", $"The scorecard would have {(long)measures.Count * areas.Ids.Count} rows, more than {maximum} (setting Scorecard:MaximumRows); ask in parts.");

        var sums = await PeriodSums.ReadAsync(context, period, Domain.Statistics.Scorecard.EarlierYears, [.. measures.Select(measure => measure.MeasureId)], areas.WithParts, cancellation);
        var rows = Domain.Statistics.Scorecard.Compute(new ScorecardRequest
        {
            Period = period,
            Measures = measures,
            AreaIds = areas.Ids,
            Areas = areas.Tree,
            Sums = sums.Sums,
            Populations = await PopulationsAsync(context, period, areas.WithParts, cancellation),
        });
        return new Scorecard(period.Label, period.FirstDay, period.LastDay, sums.NewestRecordedAt, sums.Sources, sums.AnyProvisional, [.. rows.Select(Row)]);
    }

    private static ScorecardRow Row(Domain.Statistics.ScorecardRow row) => new(
        new EntityKey<Measure>(row.MeasureId), new EntityKey<Area>(row.AreaId), row.Current, row.Previous, row.Change, row.FiveYearMean, row.FiveYearChange, row.Rate);

    private static async Task<IReadOnlyList<ScorecardMeasure>> MeasuresAsync(StrategyContext context, IReadOnlyList<string>? codes, CancellationToken cancellation)
    {
        var measures = await context.Measures.Where(measure => codes == null || codes.Contains(measure.Code))
            .OrderBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Code, measure.Kind })
            .ToListAsync(cancellation);
        if (codes is null) return [.. measures.Select(measure => new ScorecardMeasure(measure.Id, measure.Kind))];
        var byCode = measures.ToDictionary(measure => measure.Code, measure => new ScorecardMeasure(measure.Id, measure.Kind), StringComparer.Ordinal);
        return [.. codes.Distinct(StringComparer.Ordinal).Select(code => byCode.TryGetValue(code, out var measure)
            ? measure
            : throw new RequestException("UNKNOWN_MEASURE", $"There is no measure '{code}'. The query measures lists them."))];
    }

    private static async Task<IEnumerable<PopulationCount>> PopulationsAsync(StrategyContext context, ReportingPeriod period, IReadOnlyCollection<int> areaIds, CancellationToken cancellation)
    {
        var midYear = period.FinancialYear.MidYear;
        return await context.AreaPopulations
            .Where(population => population.MidYear <= midYear && areaIds.Contains(population.AreaId))
            .Select(population => new PopulationCount(population.AreaId, population.MidYear, population.AllAges))
            .ToListAsync(cancellation);
    }
}
