using ControlStrategy.Domain;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>A made-up figure for a month, or the sum of several: a count, or the parts of a percentage.</summary>
/// <param name="Count">The count; of a percentage, its numerator.</param>
/// <param name="Denominator">Of a percentage, its denominator, above 0; else none.</param>
internal readonly record struct MonthlyFigure(long Count, long? Denominator)
{
    /// <summary>The count, or the percentage from its parts.</summary>
    public decimal Value => Denominator is { } denominator ? Amount.Kept(100m * Count / denominator) : Count;

    /// <summary>The figure for all the months: counts and parts add up, percentages never.</summary>
    public static MonthlyFigure Sum(ReadOnlySpan<MonthlyFigure> months)
    {
        var (count, denominator) = (0L, (long?)null);
        foreach (var month in months)
        {
            count += month.Count;
            denominator = month.Denominator is { } part ? (denominator ?? 0) + part : denominator;
        }

        return new(count, denominator);
    }
}
