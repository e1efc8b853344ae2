using System.Globalization;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>What stands in a cell, as the text a CSV file would have.</summary>
/// <param name="Text">The text; empty where the cell is.</param>
/// <param name="Problem">Why the cell cannot be taken, to follow the text; null where it can.</param>
internal readonly record struct CellText(string Text, string? Problem = null)
{
    // Fifteen significant digits are what Excel keeps.
    private const string SignificantDigits = "G15";

    // The same without exponent, in all sizes a number can have; slower.
    private static readonly string AllDigits = $"0.{new string('#', 339)}";

    // Before it, day numbers are off by one: Excel counts a 29 February 1900, which never was.
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    /// <summary>The text of a cell.</summary>
    /// <param name="value">Its value as the workbook holds it.</param>
    /// <param name="format">How it is shown.</param>
    public static CellText Of(object? value, string? format) => value switch
    {
        null => new(""),
        string text => new(text),
        bool truth => new(truth ? "TRUE" : "FALSE"),
        DateTime day => OfDay(day),
        double number when IsPercentage(format) => new(
            OfNumber(number), $"is shown as {OfNumber(number * 100)}%: write the number that is meant in a cell without percent format"),
        double number => new(OfNumber(number)),
        int number => new(OfNumber(number)),
        TimeSpan time => new(time.ToString("c", CultureInfo.InvariantCulture), "is a time, and only days are taken"),
        _ => new(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", "is neither text, number, day nor truth value"),
    };

    private static string OfNumber(double number)
    {
        // Zero may be negative.
        var text = number == 0 ? "0" : number.ToString(SignificantDigits, CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? number.ToString(AllDigits, CultureInfo.InvariantCulture) : text;
    }

    private static CellText OfDay(DateTime day)
    {
        if (day.TimeOfDay != TimeSpan.Zero || day < FirstDay)
            return new(day.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), "is a time of day, and only days from March 1900 are taken");
        return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>Whether a number is shown multiplied by 100: a percent sign of the format that is not shown as it is.</summary>
    private static bool IsPercentage(string? format)
    {
        var isQuoted = false;
        for (var at = 0; at < format?.Length; at++)
        {
            if (format[at] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && format[at] is '\\' or '_' or '*')
                at++;
            else if (!isQuoted && format[at] == '%')
                return true;
        }

        return false;
    }
}
