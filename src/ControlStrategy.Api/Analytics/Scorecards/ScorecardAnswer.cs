using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Puts together what was read and computed.</summary>
/// <param name="arguments">What was asked.</param>
/// <param name="asked">The period asked about.</param>
/// <param name="measures">The measures.</param>
/// <param name="areas">The areas.</param>
internal sealed class ScorecardAnswer(ScorecardArguments arguments, AskedPeriod asked, AskedMeasures measures, AskedAreas areas)
{
    private static readonly ChartState NotAsked = new(null, null, null);

    public async Task<Scorecard> ReadAsync(ScorecardReading reading, OutcomeTree? outcomes, CancellationToken cancellation)
    {
        var (sums, rolling) = (await reading.SumsAsync(cancellation), await reading.Rolling12Async(cancellation));
        var chartRows = await reading.ChartRowsAsync(cancellation);
        var (aims, populations) = (await reading.AimsAsync(cancellation), await reading.PopulationsAsync(cancellation));
        var lines = Domain.Scorecards.Scorecard.Compute(new ScorecardRequest
        {
            Period = asked.Period,
            ComparedYearsBack = asked.ComparedYearsBack,
            YearsBack = reading.Needs.YearsBack,
            WithTests = reading.Needs.Tests,
            Measures = measures.All,
            AreaIds = areas.Ids,
            Areas = areas.Tree,
            Sums = sums.Sums,
            Rolling12Sums = rolling.Sums,
            Populations = populations.Rows,
            Aims = aims.Rows,
        });
        var charts = Charts(reading.Needs, chartRows.Rows, aims.Rows);
        var texts = await reading.CommentaryAsync(cancellation);
        ScorecardRow[] rows = [.. lines.Select((line, place) => Row(line, charts is null ? NotAsked : charts[place], texts))];
        DateTimeOffset?[] newest = [sums.NewestRecordedAt, rolling.NewestRecordedAt, chartRows.NewestRecordedAt, aims.NewestRecordedAt, populations.NewestRecordedAt];
        var states = outcomes is null ? [] : new OutcomeStates(outcomes, measures.OutcomeIds).Of(rows);
        return Whole(await reading.SourcesAsync(cancellation), rows, states) with
        {
            DataAsAt = newest.Max(),
            Provisional = sums.AnyProvisional || rolling.AnyProvisional || chartRows.Rows.Any(row => row.IsProvisional),
        };
    }

    private Scorecard Whole(IReadOnlyList<string> sources, ScorecardRow[] rows, IReadOnlyList<OutcomeState> outcomes) => new(
        asked.Period.Label,
        asked.Period.FirstDay,
        asked.Period.LastDay,
        asked.Period.YearsBack(asked.ComparedYearsBack).Label,
        arguments.AsAt,
        null,
        sources,
        false,
        rows,
        outcomes);

    private ChartState[]? Charts(ScorecardNeeds needs, IReadOnlyList<Domain.Series.SeriesRow> rows, IReadOnlyList<Aim> aims)
    {
        if (!needs.Charts) return null;
        var charts = new ScorecardCharts(asked.Period, areas.Tree, rows);
        var byMeasure = aims.ToLookup(aim => aim.MeasureId);
        return [.. measures.All.SelectMany(measure => charts.Of(measure, byMeasure[measure.MeasureId].ToDictionary(aim => aim.AreaId), areas.Ids))];
    }

    private static ScorecardRow Row(ScorecardLine line, ChartState chart, IReadOnlyDictionary<(int, int), int> texts) => new()
    {
        Measure = new EntityKey<Measure>(line.MeasureId),
        Area = new EntityKey<Area>(line.AreaId),
        Current = line.Current,
        Previous = line.Previous,
        Change = line.Change,
        FiveYearMean = line.FiveYearMean,
        FiveYearChange = line.FiveYearChange,
        Rolling12 = line.Rolling12,
        Rolling12Change = line.Rolling12Change,
        Rate = line.Rate,
        DetectionRate = line.DetectionRate,
        Target = line.Aim is { } aim ? new ScorecardTarget(aim.Value, aim.Tolerance) : null,
        Rag = line.Rag,
        Variation = chart.Variation,
        Assurance = chart.Assurance,
        ChartReason = chart.Reason,
        Commentary = texts.TryGetValue((line.MeasureId, line.AreaId), out var text) ? new EntityKey<Commentary>(text) : null,
    };
}
