namespace ControlStrategy.Domain.Statistics;

/// <summary>Finds the people of an area, counted as one or summed from all areas directly below.</summary>
internal sealed class Populations
{
    private readonly Dictionary<(int AreaId, int MidYear), long> _counts = [];
    private readonly Dictionary<(int AreaId, int MidYear), PopulationCount?> _newest = [];
    private readonly AreaTree _areas;
    private readonly int[] _yearsNewestFirst;

    public Populations(AreaTree areas, IEnumerable<PopulationCount> counts)
    {
        _areas = areas;
        foreach (var count in counts)
        {
            if (!_counts.TryAdd((count.AreaId, count.MidYear), count.AllAges))
                throw new ArgumentException($"Two populations are given for area {count.AreaId} in {count.MidYear}.", nameof(counts));
        }

        _yearsNewestFirst = [.. _counts.Keys.Select(key => key.MidYear).Distinct().OrderDescending()];
    }

    /// <summary>The population of the year or the newest before it; null where none is known.</summary>
    public PopulationCount? Newest(int areaId, int midYear)
    {
        if (!_newest.TryGetValue((areaId, midYear), out var newest))
            _newest.Add((areaId, midYear), newest = Search(areaId, midYear));
        return newest;
    }

    private PopulationCount? Search(int areaId, int midYear)
    {
        foreach (var year in _yearsNewestFirst.Where(year => year <= midYear))
        {
            if (Find(areaId, year) is { } people)
                return new PopulationCount(areaId, year, people);
        }

        return null;
    }

    private long? Find(int areaId, int midYear)
    {
        if (_counts.TryGetValue((areaId, midYear), out var own))
            return own;
        long? sum = null;
        foreach (var child in _areas.Children(areaId))
        {
            if (Find(child, midYear) is not { } people)
                return null;
            sum = (sum ?? 0) + people;
        }

        return sum;
    }
}

/// <summary>The people of an area on the 30 June of a year.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="MidYear">The calendar year.</param>
/// <param name="AllAges">Persons of all ages, 0 or more.</param>
public readonly record struct PopulationCount(int AreaId, int MidYear, long AllAges);
