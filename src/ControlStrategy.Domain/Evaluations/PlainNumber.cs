using System.Globalization;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>Numbers as sentences write them: rounded for reading, but never so far that something reads as nothing, or an effect as none.</summary>
internal static class PlainNumber
{
    private const int MostDecimals = 10;

    /// <summary>A count, or a sum of counts: 1,234 or 31.3.</summary>
    public static string Count(double value) =>
        double.IsInteger(value) ? value.ToString("#,0", CultureInfo.InvariantCulture) : Write(value, 1, 0);

    /// <summary>A ratio whose 1 is no effect: 1.50, but 1.004 rather than 1.00.</summary>
    public static string Ratio(double value) => Write(value, 2, 1);

    /// <summary>A displacement quotient, whose -1 is the loss of the gain: -0.17, but -0.998 rather than -1.00.</summary>
    public static string Quotient(double value) => Write(value, 2, -1);

    /// <summary>A number with so many decimals, or more where it would read as 0.</summary>
    public static string Decimal(double value, int decimals) => Write(value, decimals, 0);

    /// <summary>A change in words: "down 40.0%", "up 5", "unchanged".</summary>
    public static string Change(double before, double after)
    {
        if (before == after) return "unchanged";
        var direction = after < before ? "down" : "up";
        var size = Math.Abs(after - before);
        return before == 0 ? $"{direction} {Count(size)}" : $"{direction} {Write(100 * size / before, 1, 0)}%";
    }

    private static string Write(double value, int decimals, double kept)
    {
        while (decimals < MostDecimals && IsLost(value, decimals, kept))
            decimals++;
        return value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }

    // Rounded to 0, or to the number that has a meaning of its own, without being it.
    private static bool IsLost(double value, int decimals, double kept)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded != value && (rounded == 0 || rounded == kept);
    }
}
