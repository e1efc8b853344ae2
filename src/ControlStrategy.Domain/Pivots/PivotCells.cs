using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>Of what a line is the total.</summary>
/// <param name="Areas">Of several areas, which have no target together.</param>
/// <param name="Years">Of periods in several financial years, which have no year before, no population and no target together.</param>
internal readonly record struct PivotTotal(bool Areas, bool Years);

/// <summary>Reads values from a line of a scorecard.</summary>
/// <param name="measure">The line's measure.</param>
/// <param name="line">The line.</param>
/// <param name="chart">How its control chart stands.</param>
/// <param name="total">Of what it is the total.</param>
internal sealed class PivotCells(ScorecardMeasure measure, ScorecardLine line, ChartState chart, PivotTotal total)
{
    public PivotCell Of(PivotValue value) => IsMeaningless(value) ? Missing(Reason.NotApplicable) : value switch
    {
        PivotValue.Value => Number(line.Current.Value, line.Current.Reason, line.Current.MissingAreas),
        PivotValue.Lower => Number(line.Current.Lower, line.Current.IntervalReason, line.Current.MissingAreas),
        PivotValue.Upper => Number(line.Current.Upper, line.Current.IntervalReason, line.Current.MissingAreas),
        PivotValue.Numerator => Part(measure.Kind is MeasureKind.Count ? line.DetectionRate.ClearedUp : line.Current.Numerator, measure.Kind is not MeasureKind.Count || measure.CountsClearedUp),
        PivotValue.Denominator => Part(line.Current.Denominator, measure.Kind is not MeasureKind.Count),
        PivotValue.Previous => Figure(line.Previous),
        PivotValue.Change => Number(line.Change.Number, line.Change.Reason),
        PivotValue.ChangePercent => Number(line.Change.Percent, line.Change.Reason),
        PivotValue.PValue or PivotValue.AdjustedPValue => Number(line.Change.PValue, line.Change.TestReason),
        PivotValue.Significance => Word(line.Change.Significance, line.Change.TestReason),
        PivotValue.FiveYearMean => Figure(line.FiveYearMean),
        PivotValue.FiveYearChange => Number(line.FiveYearChange.Number, line.FiveYearChange.Reason),
        PivotValue.FiveYearChangePercent => Number(line.FiveYearChange.Percent, line.FiveYearChange.Reason),
        PivotValue.Rolling12 => Figure(line.Rolling12),
        PivotValue.Rolling12Change => Number(line.Rolling12Change.Number, line.Rolling12Change.Reason),
        PivotValue.Rolling12ChangePercent => Number(line.Rolling12Change.Percent, line.Rolling12Change.Reason),
        PivotValue.Rate => Number(line.Rate.Value, line.Rate.Reason),
        PivotValue.DetectionRate => Number(line.DetectionRate.Value, line.DetectionRate.Reason),
        PivotValue.Target => Number((double?)line.Aim?.Value, Reason.NotAvailable),
        PivotValue.Rag => Word<Rag>(line.Rag, null),
        PivotValue.Variation => Word(chart.Variation, chart.Reason),
        PivotValue.Assurance => Word(chart.Assurance, chart.Reason ?? Reason.NotApplicable),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a figure of a line."),
    };

    private bool IsMeaningless(PivotValue value) => value switch
    {
        PivotValue.Value or PivotValue.Lower or PivotValue.Upper or PivotValue.Numerator or PivotValue.Denominator or PivotValue.DetectionRate => false,
        PivotValue.Target or PivotValue.Rag or PivotValue.Assurance => total.Areas || total.Years,
        _ => total.Years,
    };

    private PivotCell Figure(Figure figure) => Number(figure.Value, figure.Reason, figure.MissingAreas);

    private PivotCell Part(decimal? part, bool hasParts) => hasParts && measure.Kind is not MeasureKind.Survey
        ? Number((double?)part, line.Current.Reason, line.Current.MissingAreas)
        : Missing(Reason.NotApplicable);

    private PivotCell Number(double? number, Reason? reason, int? missingAreas = null) => number is null
        ? Missing(reason ?? Reason.NotAvailable, missingAreas)
        : new PivotCell { Value = number, Status = line.Current.Status };

    private PivotCell Word<TWord>(TWord? word, Reason? reason) where TWord : struct, Enum => word is { } said
        ? new PivotCell { Word = Words<TWord>.Of(said), Status = line.Current.Status }
        : Missing(reason ?? Reason.NotAvailable);

    private PivotCell Missing(Reason reason, int? missingAreas = null) => new() { Reason = reason, MissingAreas = missingAreas, Status = line.Current.Status };

    /// <summary>Words as the schema writes them, made once.</summary>
    private static class Words<TWord> where TWord : struct, Enum
    {
        private static readonly Dictionary<TWord, string> All = Enum.GetValues<TWord>().ToDictionary(word => word, Written);

        public static string Of(TWord word) => All[word];

        private static string Written(TWord word) =>
            string.Concat(word.ToString().Select((letter, place) => place > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
    }
}
