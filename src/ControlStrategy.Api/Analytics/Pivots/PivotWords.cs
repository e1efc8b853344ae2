using ControlStrategy.Domain.Pivots;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>States and values of pivots as headers name them.</summary>
internal static class PivotWords
{
    /// <summary>A name of several words as a sentence would have it: <c>OnTarget</c> is <c>On target</c>, <c>Rolling12</c> is <c>Rolling 12</c>.</summary>
    public static string Of<TName>(TName name) where TName : struct, Enum
    {
        var letters = $"{name}";
        return string.Concat(letters.Select((letter, place) => place > 0 && IsBeginning(letters[place - 1], letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
    }

    private static bool IsBeginning(char before, char letter) => char.IsUpper(letter) || (char.IsAsciiDigit(letter) && !char.IsAsciiDigit(before));

    /// <summary>A name as the schema writes it: <c>OnTarget</c> is <c>ON_TARGET</c>.</summary>
    public static string Constant<TName>(TName name) where TName : struct, Enum => Of(name).Replace(' ', '_').ToUpperInvariant();

    /// <summary>What a value is, in words.</summary>
    public static string Label(PivotValue value) => value switch
    {
        PivotValue.Lower => "Lower end of the 95% interval",
        PivotValue.Upper => "Upper end of the 95% interval",
        PivotValue.Previous => "Same months one year before",
        PivotValue.ChangePercent => "Change in per cent",
        PivotValue.PValue => "p of the change",
        PivotValue.AdjustedPValue => "p of the change, adjusted",
        PivotValue.Significance => "Significance of the change",
        PivotValue.FiveYearMean => "Mean of the five years before",
        PivotValue.FiveYearChange => "Change against the five-year mean",
        PivotValue.FiveYearChangePercent => "Change against the five-year mean in per cent",
        PivotValue.Rolling12 => "12 months to the end of the period",
        PivotValue.Rolling12Change => "Change of the 12 months",
        PivotValue.Rolling12ChangePercent => "Change of the 12 months in per cent",
        PivotValue.Rate => "Rate per 10,000 people",
        PivotValue.DetectionRate => "Detection rate in per cent",
        PivotValue.Rag => "State against the target",
        PivotValue.MeasureCount => "Measures",
        _ => Of(value),
    };
}
