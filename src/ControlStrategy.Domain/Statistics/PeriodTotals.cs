using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// Finds what a measure comes to in each area and each of some periods: its own row, else the sum of its parts in time, else
/// of its parts in space.
/// </summary>
internal sealed class PeriodTotals
{
    // A year is made of months before quarters: months are what the force records, quarters somebody else's sums of them.
    private static readonly Grain[] PartGrains = [Grain.Month, Grain.Quarter];

    private readonly ILookup<int, PeriodSum> _sums;
    private readonly Func<int, int> _monthCount;
    private readonly AreaTree _areas;

    /// <param name="monthCount">Months of each period, 1 to 12.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="sums">What was observed, at most one sum for each measure, area, period and grain.</param>
    public PeriodTotals(int monthCount, AreaTree areas, IEnumerable<PeriodSum> sums)
        : this(_ => monthCount, areas, sums)
    {
    }

    /// <param name="monthCount">Months of the period at a place, 1 to 12.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="sums">What was observed, at most one sum for each measure, area, period and grain.</param>
    public PeriodTotals(Func<int, int> monthCount, AreaTree areas, IEnumerable<PeriodSum> sums)
    {
        _monthCount = monthCount;
        _areas = areas;
        _sums = sums.ToLookup(sum => sum.MeasureId);
    }

    /// <summary>All areas of one measure.</summary>
    /// <param name="measureId">The measure's key.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="places">How many periods there are.</param>
    /// <returns>By area what was found in each period.</returns>
    public IReadOnlyDictionary<int, Search[]> Of(int measureId, MeasureKind kind, int places)
    {
        var own = Own(measureId, kind, places);
        var found = new Dictionary<int, Search[]>(_areas.BottomUp.Count);
        foreach (var areaId in _areas.BottomUp)
            found.Add(areaId, Together(own.GetValueOrDefault(areaId), kind is MeasureKind.Survey ? [] : Below(areaId, found), places));
        return found;
    }

    private Search[][] Below(int areaId, Dictionary<int, Search[]> found) => [.. _areas.Children(areaId).Select(child => found[child])];

    private static Search[] Together(Ranked?[]? own, Search[][] below, int places)
    {
        var found = new Search[places];
        for (var place = 0; place < places; place++)
            found[place] = own?[place] is { } ranked ? Search.Found(ranked.Total) : Search.Sum(below, place);
        return found;
    }

    private Dictionary<int, Ranked?[]> Own(int measureId, MeasureKind kind, int places)
    {
        var given = new HashSet<(int, int, Grain)>();
        var areas = new Dictionary<int, Ranked?[]>();
        foreach (var sum in _sums[measureId])
        {
            if (!given.Add((sum.AreaId, sum.Place, sum.Grain)))
                throw new ArgumentException($"Two sums are given for measure {sum.MeasureId}, area {sum.AreaId}, period {sum.Place}.");
            if (sum.Place >= places || Rank(sum, kind) is not { } rank) continue;
            if (!areas.TryGetValue(sum.AreaId, out var found))
                areas.Add(sum.AreaId, found = new Ranked?[places]);
            if (found[sum.Place] is not { } better || rank < better.Rank)
                found[sum.Place] = new Ranked(rank, Total.Of(sum, kind));
        }

        return areas;
    }

    /// <summary>How near a sum is to what is asked, 0 for the observation itself; null where it is not the whole of it.</summary>
    private int? Rank(PeriodSum sum, MeasureKind kind)
    {
        var monthCount = _monthCount(sum.Place);
        if (sum.RowCount * sum.Grain.MonthCount() != monthCount) return null;
        if (sum.Grain.MonthCount() == monthCount) return 0;
        var part = Array.IndexOf(PartGrains, sum.Grain);
        return kind is MeasureKind.Survey || part < 0 ? null : part + 1;
    }

    private readonly record struct Ranked(int Rank, Total Total);
}
