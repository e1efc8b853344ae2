using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// Finds what a measure comes to in an area and year: its own row, else the sum of its parts in time, else of its parts in space.
/// </summary>
internal sealed class PeriodTotals
{
    // A year is made of months before quarters: months are what the force records, quarters somebody else's sums of them.
    private static readonly Grain[] PartGrains = [Grain.Month, Grain.Quarter];

    private readonly Dictionary<Key, PeriodSum> _sums = [];
    private readonly ReportingPeriod _period;
    private readonly AreaTree _areas;

    public PeriodTotals(ReportingPeriod period, AreaTree areas, IEnumerable<PeriodSum> sums)
    {
        _period = period;
        _areas = areas;
        foreach (var sum in sums)
        {
            var key = new Key(sum.MeasureId, sum.AreaId, sum.YearsBack, sum.Grain);
            if (!_sums.TryAdd(key, sum))
                throw new ArgumentException($"Two sums are given for {key}.", nameof(sums));
        }
    }

    public Search Find(ScorecardMeasure measure, int areaId, int yearsBack)
    {
        if (Own(measure, areaId, yearsBack) is { } own)
            return Search.Found(own);
        return measure.Kind is MeasureKind.Survey
            ? Search.NothingThere
            : Search.Sum(_areas.Children(areaId).Select(child => Find(measure, child, yearsBack)));
    }

    private Total? Own(ScorecardMeasure measure, int areaId, int yearsBack)
    {
        if (_period.Grain is { } grain && OfParts(measure, new Key(measure.MeasureId, areaId, yearsBack, grain)) is { } exact)
            return exact;
        if (measure.Kind is MeasureKind.Survey)
            return null;
        return PartGrains
            .Select(part => OfParts(measure, new Key(measure.MeasureId, areaId, yearsBack, part)))
            .FirstOrDefault(total => total is not null);
    }

    private Total? OfParts(ScorecardMeasure measure, Key key)
    {
        var isWhole = _sums.TryGetValue(key, out var sum)
            && sum.RowCount * key.Grain.MonthCount() == _period.MonthCount;
        return isWhole ? Total.Of(sum, measure.Kind) : null;
    }

    private readonly record struct Key(int MeasureId, int AreaId, int YearsBack, Grain Grain);
}
