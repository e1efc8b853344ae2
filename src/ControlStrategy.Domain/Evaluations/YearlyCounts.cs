using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>What was counted of one measure in the same months of successive years.</summary>
public sealed class YearlyCounts
{
    private readonly IReadOnlyDictionary<int, Search[]> _found;

    /// <param name="period">Months of each period, and how many years back the counts reach.</param>
    /// <param name="measureId">The measure's key.</param>
    /// <param name="areas">The areas asked about and all below them.</param>
    /// <param name="sums">Sums of observations, at most one for each area, grain and year.</param>
    public YearlyCounts((int MonthCount, int YearsBack) period, int measureId, AreaTree areas, IEnumerable<PeriodSum> sums) =>
        _found = new PeriodTotals(period.MonthCount, areas, sums).Of(measureId, MeasureKind.Count, period.YearsBack + 1);

    /// <summary>What areas had together; the first reason among theirs where one has nothing.</summary>
    /// <param name="areaIds">Keys of the areas, none of which is part of another.</param>
    /// <param name="yearsBack">How many years before the newest period.</param>
    public Figure Together(IReadOnlyCollection<int> areaIds, int yearsBack)
    {
        ArgumentNullException.ThrowIfNull(areaIds);
        Figure[] figures = [.. areaIds.Select(areaId => _found[areaId][yearsBack].ToFigure(MeasureKind.Count))];
        return Array.Find(figures, figure => figure.Value is null) ?? Figure.Of(figures.Sum(figure => figure.Value!.Value));
    }
}
