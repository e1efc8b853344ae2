using System.Globalization;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The numbers of one observation, which must fit one another and the measure's kind.</summary>
/// <param name="Value">The value as it is written.</param>
/// <param name="Numerator">The counted part; none where the file states none.</param>
/// <param name="Denominator">What it is a part of; none where the file states none.</param>
internal readonly record struct ObservationParts(FieldNumber Value, decimal? Numerator, decimal? Denominator)
{
    /// <summary>Says which of the numbers is wrong for a measure, and why; null if none is.</summary>
    public (ObservationPart Part, string Reason)? Check(KnownMeasure measure) => measure.Kind switch
    {
        MeasureKind.Count => CheckCount(measure.CountsClearedUp),
        MeasureKind.Survey when Value.Value > 100 => (ObservationPart.Value, "is above 100: an estimate is a share in per cent"),
        MeasureKind.Survey => CheckBoth(),
        MeasureKind.Rate => CheckBoth() ?? CheckAgreement(Rate.Per),
        _ when Numerator is null => (ObservationPart.Numerator, "is empty: a percentage needs its numerator"),
        _ when Denominator is null => (ObservationPart.Denominator, "is empty: a percentage needs its denominator"),
        _ => CheckBoth() ?? CheckAgreement(100),
    };

    // What was cleared up in a period may have been recorded before, so it may be more than the value.
    private (ObservationPart, string)? CheckCount(bool countsClearedUp)
    {
        if (Denominator is not null)
            return (ObservationPart.Denominator, "is given, and a count has no denominator");
        if (!countsClearedUp && Numerator is { } other && other != Value.Value)
            return (ObservationPart.Numerator, "is not the value: a count is its own numerator");
        if (Numerator is { } numerator && !decimal.IsInteger(numerator))
            return (ObservationPart.Numerator, FieldNumber.NotWhole);
        return decimal.IsInteger(Value.Value) ? null : (ObservationPart.Value, FieldNumber.NotWhole);
    }

    private (ObservationPart, string)? CheckBoth()
    {
        if (Numerator is null && Denominator is not null)
            return (ObservationPart.Numerator, "is empty: a denominator was given");
        if (Numerator is not null && Denominator is null)
            return (ObservationPart.Denominator, "is empty: a numerator was given");
        return Denominator is 0 ? (ObservationPart.Denominator, "is 0: nothing can be a share of it") : null;
    }

    // A value may be rounded to the decimals it is written with, and in either direction where it lies half-way.
    private (ObservationPart, string)? CheckAgreement(int per)
    {
        if (Numerator is not { } numerator || Denominator is not { } denominator)
            return null;
        var exact = numerator * per / denominator;
        var rounding = 0.5m * (decimal)Math.Pow(10, -Value.Decimals);
        if (Math.Abs(Value.Value - exact) <= rounding)
            return null;
        var unit = per == 100 ? "per cent" : "per 10,000";
        return (
            ObservationPart.Value,
            string.Create(
                CultureInfo.InvariantCulture, $"does not agree with {numerator} / {denominator}, which is {exact:0.####} {unit}"));
    }
}

/// <summary>Which of the numbers of an observation.</summary>
internal enum ObservationPart
{
    Value,
    Numerator,
    Denominator,
}
