using System.Globalization;
using ControlStrategy.Domain;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>A number as files write it: digits with at most one decimal point, no sign, space, thousands separator or exponent.</summary>
/// <param name="Value">The number, 0 or more.</param>
/// <param name="Decimals">How many digits stand after the point, 0 to 4.</param>
internal readonly record struct FieldNumber(decimal Value, int Decimals)
{
    /// <summary>Why a number with decimals is no count.</summary>
    public const string NotWhole = "is not a whole number, and this is a count";

    /// <summary>Reads a number; the reason says why it cannot be taken, null that it can.</summary>
    public static string? Read(ReadOnlySpan<char> text, out FieldNumber number)
    {
        number = default;
        if (text.IsEmpty)
            return "is empty: a number is needed";
        var isNegative = text[0] == '-';
        var unsigned = isNegative ? text[1..] : text;
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var decimals = point < 0 ? [] : unsigned[(point + 1)..];
        if (whole.IsEmpty || !AreDigits(whole) || !AreDigits(decimals) || (point >= 0 && decimals.IsEmpty))
            return "is not a number: write digits, with a point before decimals and nothing else";
        if (isNegative)
            return "is negative: a value is 0 or more";
        if (decimals.Length > Amount.Decimals)
            return string.Create(CultureInfo.InvariantCulture, $"has more than {Amount.Decimals} decimals");
        // Sixteen digits and more are above the limit whatever they are, and might not fit a decimal.
        var value = whole.TrimStart('0').Length <= 15
            ? decimal.Parse(unsigned, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : decimal.MaxValue;
        if (value > Amount.Largest)
            return string.Create(CultureInfo.InvariantCulture, $"is too large: the largest number kept is {Amount.Largest:N0}");
        number = new FieldNumber(value, decimals.Length);
        return null;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
