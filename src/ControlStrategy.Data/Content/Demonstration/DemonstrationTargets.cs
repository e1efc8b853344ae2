using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Made-up targets: what the year before gave, bettered a little.</summary>
internal static class DemonstrationTargets
{
    /// <summary>First financial year with targets, 2022/23.</summary>
    public const int FirstYear = 2022;

    /// <summary>Last financial year with targets, 2026/27.</summary>
    public const int LastYear = 2026;

    private const decimal CountToleranceInPercent = 5;
    private const decimal PercentageToleranceInPoints = 2;

    /// <summary>The targets of a measure in every council area and year.</summary>
    /// <param name="measure">A demonstration measure.</param>
    /// <param name="factor">A year's target as a factor of the year before.</param>
    /// <param name="councils">The areas.</param>
    /// <param name="figures">The figures of the years before.</param>
    public static IEnumerable<Target> Of(
        Measure measure,
        decimal factor,
        IReadOnlyList<Area> councils,
        DemonstrationFigures figures) =>
        from area in councils
        from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        let value = Math.Round(figures.Year(measure, area, year - 1).Value * factor, measure.Decimals, MidpointRounding.AwayFromZero)
        select new Target
        {
            Measure = measure,
            Area = area,
            FinancialYearStart = year,
            Value = value,
            Tolerance = measure.Kind is MeasureKind.Percentage ? PercentageToleranceInPoints : CountToleranceInPercent,
            Demonstration = true,
            RecordedAt = ShippedContent.RecordedAt,
        };
}
