using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>What a measure comes to, with the parts it must be computed from.</summary>
/// <param name="Value">The sum of the values, of use for counts and single rows only.</param>
/// <param name="Numerator">The sum of the numerators; null unless every part has one.</param>
/// <param name="Denominator">The sum of the denominators; null unless every part has one.</param>
/// <param name="IsSingleRow">Whether it is one observation as it was recorded.</param>
/// <param name="IsProvisional">Whether any part of it may still change.</param>
internal readonly record struct Total(decimal Value, decimal? Numerator, decimal? Denominator, bool IsSingleRow, bool IsProvisional)
{
    /// <summary>A period's total in one area. The population of a rate is counted once, however many months the period has.</summary>
    public static Total Of(PeriodSum sum, MeasureKind kind) => new(
        sum.Value,
        sum.Numerator,
        kind is MeasureKind.Rate ? sum.Denominator / sum.RowCount : sum.Denominator,
        sum.RowCount == 1,
        sum.IsProvisional);

    public static Total operator +(Total left, Total right) =>
        new(left.Value + right.Value, left.Numerator + right.Numerator, left.Denominator + right.Denominator, false, left.IsProvisional || right.IsProvisional);

    /// <summary>The total of successive periods. The population of a rate is counted once, as the mean of theirs.</summary>
    public static Total OverTime(IReadOnlyList<Total> periods, MeasureKind kind)
    {
        var sum = periods.Skip(1).Aggregate(periods[0], (before, next) => before + next);
        return sum with
        {
            IsSingleRow = periods.Count == 1 && periods[0].IsSingleRow,
            Denominator = kind is MeasureKind.Rate ? sum.Denominator / periods.Count : sum.Denominator,
        };
    }

    /// <summary>The 95% interval in the unit of the measure; null where the parts it is calculated from are missing, or it has none.</summary>
    public Interval? Interval(MeasureKind kind) => kind switch
    {
        MeasureKind.Count => CountInterval.Of((double)Value),
        MeasureKind.Percentage when this is { Numerator: { } part, Denominator: > 0 and var whole } => ProportionInterval.Wilson((double)part, (double)whole),
        MeasureKind.Rate when this is { Numerator: { } count, Denominator: > 0 and var people } => CountInterval.Of((double)count).Times(Rate.Per / (double)people),
        _ => null,
    };

    public Figure ToFigure(MeasureKind kind) => kind switch
    {
        MeasureKind.Count or MeasureKind.Survey => Figure.Of((double)Value),
        MeasureKind.Percentage => Ratio(100),
        MeasureKind.Rate when IsSingleRow && (Numerator is null || Denominator is null) => Figure.Of((double)Value),
        MeasureKind.Rate => Ratio(Rate.Per),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of measure."),
    };

    private Figure Ratio(int per) => (Numerator, Denominator) switch
    {
        (null, _) or (_, null) => Figure.Missing(Reason.NotAvailable),
        (_, 0m) => Figure.Missing(Reason.NotApplicable),
        var (numerator, denominator) => Figure.Of((double)numerator.Value / (double)denominator.Value * per),
    };
}
