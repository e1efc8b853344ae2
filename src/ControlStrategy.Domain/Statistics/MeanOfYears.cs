using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>The mean of the same months of several years.</summary>
internal static class MeanOfYears
{
    /// <summary>
    /// For counts the arithmetic mean. A percentage or rate is never averaged: its mean is that of all years' cases,
    /// their numerators over their denominators. Survey estimates have no such parts, so they have no mean.
    /// </summary>
    public static Figure Of(IReadOnlyList<Search> years, MeasureKind kind)
    {
        if (kind is MeasureKind.Survey)
            return Figure.Missing(Reason.NotApplicable);
        var all = default(Total?);
        foreach (var year in years)
        {
            if (year.Total is not { } total)
                return Figure.Missing(Reason.NotAvailable);
            all = all is { } before ? before + total : total with { IsSingleRow = false };
        }

        var sum = all ?? throw new ArgumentException("A mean needs at least one year.", nameof(years));
        return kind is MeasureKind.Count ? Figure.Of((double)sum.Value / years.Count) : sum.ToFigure(kind);
    }
}
