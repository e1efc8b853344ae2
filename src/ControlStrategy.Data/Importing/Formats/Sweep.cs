using System.Globalization;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>
/// A wave as files label it: <c>2012-13</c> and <c>2012/13</c> are one, a financial year; <c>2016-18*</c> is the sweeps of several years
/// pooled.
/// </summary>
/// <param name="Label">The label it is stored under.</param>
/// <param name="FirstDay">First day of its first financial year.</param>
/// <param name="LastDay">Last day of its last financial year.</param>
/// <param name="IsPooled">Whether it pools several sweeps.</param>
internal readonly record struct Sweep(string Label, DateOnly FirstDay, DateOnly LastDay, bool IsPooled)
{
    public const string AcceptedForms = "2012/13 or 2012-13 for one year's sweep, 2016-18 for several pooled, years 1900 to 2100";

    private const int MostYearsPooled = 5;

    public static bool TryParse(ReadOnlySpan<char> text, out Sweep sweep)
    {
        sweep = default;
        var isStarred = text is [.., '*'];
        var label = isStarred ? text[..^1] : text;
        if (label.Length != 7 || label[4] is not ('-' or '/')
            || !TryDigits(label[..4], out var first) || !TryDigits(label[5..], out var last))
            return false;
        var years = (last - (first % 100) + 100) % 100;
        var isPooled = years > 1;
        if (first is < 1900 or > 2100 || years is < 1 or > MostYearsPooled || (isStarred && !isPooled) || (isPooled && label[4] == '/'))
            return false;
        sweep = new Sweep(
            string.Create(CultureInfo.InvariantCulture, $"{first:0000}{(isPooled ? '-' : '/')}{last:00}"),
            new DateOnly(first, 4, 1),
            new DateOnly(first + years, 3, 31),
            isPooled);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
