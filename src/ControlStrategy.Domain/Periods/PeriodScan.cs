using System.Globalization;

namespace ControlStrategy.Domain.Periods;

/// <summary>The parts all notations of periods are made of. Nothing is trimmed or guessed: one spelling, one meaning.</summary>
internal static class PeriodScan
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>Four digits, 1900 to 2100.</summary>
    public static bool TryYear(ReadOnlySpan<char> text, out int year) =>
        TryDigits(text, 4, out year) && year is >= EarliestYear and <= LatestYear;

    /// <summary><c>2021-04</c>.</summary>
    public static bool TryMonth(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length != 7 || text[4] != '-' || !TryYear(text[..4], out var year)
            || !TryDigits(text[5..], 2, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        period = Period.Month(year, month);
        return true;
    }

    /// <summary><c>2021/22</c>: the second part must be the year after the first.</summary>
    public static bool TryShortFinancialYear(ReadOnlySpan<char> text, out FinancialYear year)
    {
        var matches = text.Length == 7 && text[4] == '/' && TryYear(text[..4], out var start)
            && TryDigits(text[5..], 2, out var end) && end == (start + 1) % 100;
        year = matches ? new FinancialYear(Digits(text[..4])) : default;
        return matches;
    }

    /// <summary><c>2021/2022</c>: the second part must be the year after the first.</summary>
    public static bool TryLongFinancialYear(ReadOnlySpan<char> text, out FinancialYear year)
    {
        var matches = text.Length == 9 && text[4] == '/' && TryYear(text[..4], out var start)
            && TryDigits(text[5..], 4, out var end) && end == start + 1;
        year = matches ? new FinancialYear(Digits(text[..4])) : default;
        return matches;
    }

    /// <summary><c>Q1</c> to <c>Q4</c>.</summary>
    public static bool TryQuarter(ReadOnlySpan<char> text, out int quarter)
    {
        var matches = text is ['Q', >= '1' and <= '4'];
        quarter = matches ? text[1] - '0' : 0;
        return matches;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int count, out int number)
    {
        number = 0;
        return text.Length == count && !text.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static int Digits(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
