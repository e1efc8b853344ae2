namespace ControlStrategy.Domain.Pivots;

/// <summary>Finds what a cell stands for.</summary>
internal sealed class PivotIndex
{
    private readonly PivotMembers _members;
    private readonly int _periodCount;
    private readonly Dictionary<int, PivotFact?[,]> _facts = [];
    private readonly Dictionary<int, int> _areas;

    public PivotIndex(PivotRequest request, CancellationToken cancellation)
    {
        _members = request.Members;
        _periodCount = request.Periods.Count;
        _areas = _members.AreaIds.Select((areaId, place) => (areaId, place)).ToDictionary(area => area.areaId, area => area.place);
        if (!request.Layout.Needs.Figures) return;
        var facts = new PivotFacts(request);
        foreach (var measure in request.Measures)
        {
            cancellation.ThrowIfCancellationRequested();
            _facts.Add(measure.MeasureId, facts.Of(measure));
        }
    }

    /// <summary>The figures of a cell; null where it holds several measures, none, or what is not added up.</summary>
    public PivotFact? Fact(PivotPlace place)
    {
        if (_members.Measures(place) is not { Count: 1 } measures || !_facts.TryGetValue(measures.First(), out var facts)) return null;
        var area = place.AreaId is { } areaId ? _areas[areaId] : Only(_areas.Count);
        var period = place.Period ?? Only(_periodCount);
        if (facts[area, period] is not { } fact || !place.IsOfState) return facts[area, period];
        // What is together was chosen by its state: its sum would say what it was chosen for.
        return area == _areas.Count || period == _periodCount || !fact.IsOf(place) ? null : fact;
    }

    /// <summary>How many measures a cell holds, once for each of its areas and periods.</summary>
    public long Count(PivotPlace place)
    {
        var measures = _members.Measures(place);
        if (!place.IsOfState)
            return (long)measures.Count * (place.AreaId is null ? _areas.Count : 1) * (place.Period is null ? _periodCount : 1);
        return measures.Sum(measure => Areas(place).Sum(area => Periods(place).LongCount(period => _facts[measure][area, period]!.IsOf(place))));
    }

    /// <summary>A single member is its own total; of several the total comes after them.</summary>
    private static int Only(int count) => count == 1 ? 0 : count;

    private IEnumerable<int> Areas(PivotPlace place) => place.AreaId is { } areaId ? [_areas[areaId]] : Enumerable.Range(0, _areas.Count);

    private IEnumerable<int> Periods(PivotPlace place) => place.Period is { } period ? [period] : Enumerable.Range(0, _periodCount);
}
