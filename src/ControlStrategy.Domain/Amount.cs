namespace ControlStrategy.Domain;

/// <summary>How exactly numbers are kept: four decimals, up to 922,337,203,685,477 either side of zero.</summary>
public static class Amount
{
    /// <summary>Decimals kept.</summary>
    public const int Decimals = 4;

    /// <summary>Units of the last kept decimal in one: 10,000.</summary>
    public const int UnitsInOne = 10_000;

    /// <summary>Largest magnitude kept: the whole part of the largest 64-bit integer with a scale of 4.</summary>
    public const decimal Largest = 922_337_203_685_477m;

    /// <summary>The value as it is kept: rounded to four decimals, halves away from zero.</summary>
    /// <param name="value">Any number from minus <see cref="Largest"/> to <see cref="Largest"/>.</param>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: the magnitude is above <see cref="Largest"/>.</exception>
    public static decimal Kept(decimal value) =>
        Math.Abs(value) <= Largest
            ? Math.Round(value, Decimals, MidpointRounding.AwayFromZero)
            : throw new RuleBrokenException("AMOUNT_OUT_OF_RANGE", $"The number {value} is not between -{Largest} and {Largest}.");

    /// <summary>The value as it is kept, or none.</summary>
    /// <param name="value">Any number from minus <see cref="Largest"/> to <see cref="Largest"/>, or none.</param>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: the magnitude is above <see cref="Largest"/>.</exception>
    public static decimal? Kept(decimal? value) => value is { } some ? Kept(some) : null;
}
