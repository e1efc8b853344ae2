using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>Observations made of made-up figures.</summary>
/// <param name="file">The months they are for.</param>
/// <param name="figures">The figures.</param>
internal sealed class DemonstrationObservations(DemonstrationFile file, DemonstrationFigures figures)
{
    /// <summary>Every month's observation of a measure in an area, the first month's first.</summary>
    public IEnumerable<Observation> Of(Measure measure, Area area)
    {
        for (var index = 0; index < file.MonthCount; index++)
            yield return ObservationOf(measure, area, file.FirstMonth.AddMonths(index), index);
    }

    private Observation ObservationOf(Measure measure, Area area, DateOnly month, int index)
    {
        var figure = figures.Months(measure, area)[index];
        return new()
        {
            Measure = measure,
            Area = area,
            PeriodStart = month,
            PeriodEnd = month.AddMonths(1).AddDays(-1),
            Grain = Grain.Month,
            Value = figure.Value,
            Numerator = figure.Denominator is null ? null : figure.Count,
            Denominator = figure.Denominator,
            Status = index < file.MonthCount - file.ProvisionalMonths ? ObservationStatus.Final : ObservationStatus.Provisional,
            RecordedAt = ShippedContent.RecordedAt,
            Source = file.Source,
        };
    }
}
