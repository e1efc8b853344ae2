using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Evaluations;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>Reads the counts of an evaluation, and makes its figures of them.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="asked">The period after, and how many years before it the one before lies.</param>
/// <param name="areas">The groups of areas.</param>
internal sealed class EvaluationReading(StrategyContext context, AskedPeriod asked, EvaluatedAreas areas)
{
    // The period before and the nine years that precede it.
    private const int EarlierYears = 9;
    private const int Suggested = 5;

    /// <summary>The areas that could be compared with; empty where nobody asked.</summary>
    public required IReadOnlyList<int> Candidates { get; init; }

    private int YearsBack => asked.ComparedYearsBack + (Candidates.Count > 0 ? EarlierYears : 0);

    /// <summary>Reads everything in one statement, and the sources in one more.</summary>
    public async Task<EvaluationFigures> ReadAsync(KnownAreas known, (ScorecardMeasure Measure, DateTimeOffset? AsAt) of, SelectedMembers selected, CancellationToken cancellation)
    {
        var parts = known.WithParts([.. areas.All, .. Candidates]);
        var scope = new FigureScope([of.Measure.MeasureId], parts, of.AsAt);
        var sums = await PeriodSums.ReadAsync(context, scope, asked.Period, YearsBack, cancellation);
        var sources = selected.Has("sources") ? await FigureSources.ReadAsync(context, scope, asked.Period, YearsBack, cancellation) : [];
        return new EvaluationFigures(sums, sources, new YearlyCounts((asked.Period.MonthCount, YearsBack), of.Measure.MeasureId, known.Tree(parts), sums.Sums));
    }

    /// <summary>What was counted in each group.</summary>
    public EvaluationCounts Counts(YearlyCounts years) => new()
    {
        Treated = Of(years, areas.Treated),
        Comparison = areas.Comparison.Count > 0 ? Of(years, areas.Comparison) : BeforeAfter.NotGiven,
        Displacement = areas.Displacement.Count > 0 ? Of(years, areas.Displacement) : null,
        DisplacementComparison = areas.DisplacementComparison.Count > 0 ? Of(years, areas.DisplacementComparison) : null,
    };

    /// <summary>The candidates that ran most like the treated areas before.</summary>
    public IReadOnlyList<SuggestedArea> Similar(YearlyCounts years, int? suggest)
    {
        if (Candidates.Count == 0) return [];
        var similar = SimilarAreas.Of(Earlier(years, areas.Treated), Candidates.Select(area => new EarlierSeries(area, Earlier(years, [area]))));
        return
        [
            .. similar.Where(area => area.Distance is not null).Take(suggest ?? Suggested).Select(area =>
                new SuggestedArea(new EntityKey<Area>(area.AreaId), area.Distance, area.Correlation, area.RelativeSize, area.Reason, area.Explanation)),
        ];
    }

    private BeforeAfter Of(YearlyCounts years, IReadOnlyList<int> group) => new(years.Together(group, asked.ComparedYearsBack), years.Together(group, 0));

    private double?[] Earlier(YearlyCounts years, IReadOnlyList<int> group) =>
        [.. Enumerable.Range(0, EarlierYears + 1).Select(year => years.Together(group, asked.ComparedYearsBack + EarlierYears - year).Value)];
}

/// <summary>What was read for an evaluation.</summary>
/// <param name="Sums">Sums of observations.</param>
/// <param name="Sources">Where they come from; empty where nobody asked.</param>
/// <param name="Years">The counts.</param>
internal sealed record EvaluationFigures(PeriodSums Sums, IReadOnlyList<string> Sources, YearlyCounts Years);
