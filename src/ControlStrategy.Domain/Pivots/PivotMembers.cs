using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>The members of a pivot's dimensions, each in the order of the answer.</summary>
public sealed class PivotMembers
{
    private static readonly int[] States = [.. Enum.GetValues<Rag>().Select(state => (int)state)];
    private static readonly int[] Variations = [.. Enum.GetValues<VariationGroup>().Select(group => (int)group)];

    private readonly Dictionary<int, int> _outcomeOf;
    private readonly ILookup<int, int> _measuresOf;
    private readonly int[] _outcomes;
    private readonly int[] _measures;
    private readonly int[] _periods;

    /// <param name="measures">Keys of the measures and of the outcome of each.</param>
    /// <param name="outcomeIds">Keys of outcomes in their order; those without measures are left out.</param>
    /// <param name="areaIds">Keys of the areas.</param>
    /// <param name="periodCount">How many periods there are.</param>
    public PivotMembers(IReadOnlyList<(int MeasureId, int OutcomeId)> measures, IEnumerable<int> outcomeIds, IReadOnlyList<int> areaIds, int periodCount)
    {
        _outcomeOf = measures.ToDictionary(measure => measure.MeasureId, measure => measure.OutcomeId);
        _measuresOf = measures.ToLookup(measure => measure.OutcomeId, measure => measure.MeasureId);
        _measures = [.. measures.Select(measure => measure.MeasureId)];
        _outcomes = [.. outcomeIds.Where(_measuresOf.Contains)];
        _periods = [.. Enumerable.Range(0, periodCount)];
        AreaIds = areaIds;
    }

    /// <summary>Keys of the areas.</summary>
    public IReadOnlyList<int> AreaIds { get; }

    /// <summary>How many measures in areas and periods there are.</summary>
    public long FigureCount => (long)_measures.Length * AreaIds.Count * _periods.Length;

    /// <summary>How many members a dimension has.</summary>
    /// <param name="dimension">The dimension.</param>
    public int Count(PivotDimension dimension) => All(dimension).Count;

    /// <summary>How many combinations of members of some dimensions there are.</summary>
    internal long Combinations(IReadOnlyCollection<PivotDimension> dimensions)
    {
        // A measure has one outcome, so beside it the outcome adds none.
        var counted = dimensions.Contains(PivotDimension.Measure) ? dimensions.Where(dimension => dimension is not PivotDimension.Outcome) : dimensions;
        return counted.Aggregate(1L, (product, dimension) => product * Count(dimension));
    }

    /// <summary>The members of one more dimension within a place; of a measure its outcome only, of an outcome its measures.</summary>
    internal IEnumerable<int> Within(PivotPlace place, PivotDimension dimension) => (dimension, place) switch
    {
        (PivotDimension.Outcome, { MeasureId: { } measureId }) => [_outcomeOf[measureId]],
        (PivotDimension.Measure, _) => Measures(place),
        _ => All(dimension),
    };

    /// <summary>Keys of the measures a place holds.</summary>
    internal IReadOnlyCollection<int> Measures(PivotPlace place) => place switch
    {
        { MeasureId: { } measureId, OutcomeId: { } outcomeId } => _outcomeOf[measureId] == outcomeId ? [measureId] : [],
        { MeasureId: { } measureId } => [measureId],
        { OutcomeId: { } outcomeId } => [.. _measuresOf[outcomeId]],
        _ => _measures,
    };

    private IReadOnlyList<int> All(PivotDimension dimension) => dimension switch
    {
        PivotDimension.Outcome => _outcomes,
        PivotDimension.Measure => _measures,
        PivotDimension.Area => AreaIds,
        PivotDimension.Period => _periods,
        PivotDimension.Status => States,
        _ => Variations,
    };
}
