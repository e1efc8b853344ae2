using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>Counts the states of the measures of each outcome, those of the outcomes below it among them.</summary>
/// <param name="outcomes">All outcomes.</param>
/// <param name="outcomeIds">Key of each measure's outcome.</param>
internal sealed class OutcomeStates(OutcomeTree outcomes, IReadOnlyDictionary<int, int> outcomeIds)
{
    /// <summary>One state for each outcome with measures, in the order of their codes, and each area, in the order of the rows.</summary>
    public IReadOnlyList<OutcomeState> Of(IReadOnlyList<ScorecardRow> rows) =>
    [
        .. from outcomeId in outcomes.Ids
           from areaRows in rows.Where(row => IsWithin(row.Measure, outcomeId)).GroupBy(row => row.Area)
           select State(outcomeId, areaRows.Key, [.. areaRows]),
    ];

    private bool IsWithin(EntityKey<Measure> measure, int outcomeId) => outcomes.IsWithin(outcomeIds[(int)measure.Value], outcomeId);

    private static OutcomeState State(int outcomeId, EntityKey<Area> area, IReadOnlyList<ScorecardRow> rows) => new()
    {
        Outcome = new EntityKey<Outcome>(outcomeId),
        Area = area,
        Measures = rows.Count,
        OnTarget = rows.Count(row => row.Rag is Rag.OnTarget),
        WithinTolerance = rows.Count(row => row.Rag is Rag.WithinTolerance),
        OffTarget = rows.Count(row => row.Rag is Rag.OffTarget),
        NoTarget = rows.Count(row => row.Rag is Rag.NoTarget),
        Improving = rows.Count(row => row.Variation is Variation.ImprovingHigh or Variation.ImprovingLow),
        Concerning = rows.Count(row => row.Variation is Variation.ConcerningHigh or Variation.ConcerningLow),
        NeutralChange = rows.Count(row => row.Variation is Variation.NeutralHigh or Variation.NeutralLow),
        CommonCause = rows.Count(row => row.Variation is Variation.CommonCause),
        NoChart = rows.Count(row => row.Variation is null),
    };
}
