using System.Runtime.InteropServices;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Data.Figures;

/// <summary>Puts sums of segments together to sums of stretches.</summary>
/// <param name="segments">The segments of the stretches.</param>
internal sealed class StretchSums(TimeSegments segments)
{
    private readonly ILookup<int, (int Stretch, int Last)> _from = segments.Ranges
        .SelectMany((range, stretch) => Enumerable.Range(range.First, range.Last - range.First + 1).Select(segment => (segment, stretch, range.Last)))
        .ToLookup(place => place.segment, place => (place.stretch, place.Last));

    private readonly bool _isAnyLong = segments.IsAnyLong;
    private readonly Dictionary<(int MeasureId, int AreaId, Grain Grain, int Stretch), PeriodSum> _together = [];
    private readonly List<PeriodSum> _single = [];

    /// <summary>The sums; the place is the stretch's.</summary>
    public IReadOnlyList<PeriodSum> All => _isAnyLong ? [.. _together.Values] : _single;

    /// <summary>Adds what the observations that begin in one segment and end in another add up to.</summary>
    public void Add(PeriodSum sum, int first, int last)
    {
        foreach (var (stretch, end) in _from[first])
        {
            if (last > end) continue;
            var placed = sum with { Place = stretch };
            if (_isAnyLong) AddTogether(placed);
            else _single.Add(placed);
        }
    }

    private void AddTogether(PeriodSum sum)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_together, (sum.MeasureId, sum.AreaId, sum.Grain, sum.Place), out var exists);
        known = exists ? known.With(sum) : sum;
    }
}
