using System.Globalization;
using System.Text.RegularExpressions;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>What kind of text a parameter takes.</summary>
public enum ParameterType
{
    /// <summary>Any text of 1 to 200 characters without control characters.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    WholeNumber,

    /// <summary>An area's code: letters, digits and hyphens, at most 40 characters.</summary>
    AreaCode,

    /// <summary>A period: `2021/22`, `2021/22 Q2`, `2021/22 YTD Sep` or `2021-09`.</summary>
    Period,

    /// <summary>A financial year: `2021/22`.</summary>
    FinancialYear,

    /// <summary>A day: `2026-09-30`.</summary>
    Day,

    /// <summary>A moment in UTC to the millisecond, such as `2026-12-01T09:30:00Z`, or a day, which is its beginning. It may be left out.</summary>
    Moment,
}

/// <summary>Something that the reader of a report chooses.</summary>
public sealed partial record ParameterDefinition
{
    /// <summary>The name, in commands, addresses and placeholders.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of text it takes.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>Whether it must be given. One that need not be has a default, but for a moment, which may have no value.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What it is where it is not given; null where it must be, or has no value then.</summary>
    public string? Default { get; init; }

    /// <summary>What it means, for the reader.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// The value of an answer that is null where nothing is known about the parameter's value; null where answers do not tell.
    /// </summary>
    public AnswerPath? UnknownWhenNull { get; init; }

    private const string DayPattern = "yyyy-MM-dd";
    private static readonly string[] MomentPatterns = [DayPattern, "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    internal static IReadOnlyDictionary<string, ParameterType> TypeNames { get; } =
        Enum.GetValues<ParameterType>().ToDictionary(type => char.ToLowerInvariant($"{type}"[0]) + $"{type}"[1..], StringComparer.Ordinal);

    /// <summary>The value that variables get: a whole number for <see cref="ParameterType.WholeNumber"/>, a moment in full, else the text.</summary>
    /// <exception cref="ReportParameterException">The text is not of the parameter's type.</exception>
    internal object Read(string text) => Type switch
    {
        ParameterType.WholeNumber => WholeNumber(text) ?? throw Malformed("a whole number"),
        ParameterType.AreaCode when !AreaCode().IsMatch(text) => throw Malformed("an area code such as S12000033"),
        ParameterType.Period when !Period().IsMatch(text) => throw Malformed("a period: 2021/22, 2021/22 Q2, 2021/22 YTD Sep or 2021-09"),
        ParameterType.Day when !DateOnly.TryParseExact(text, DayPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => throw Malformed("a day such as 2026-09-30"),
        ParameterType.Moment => MomentOf(text) ?? throw Malformed("a moment in UTC such as 2026-12-01T09:30:00Z, or a day"),
        ParameterType.FinancialYear when !FinancialYear().IsMatch(text) => throw Malformed("a financial year such as 2021/22"),
        ParameterType.Text when text.Length is 0 or > 200 || text.Any(char.IsControl) => throw Malformed("a text of 1 to 200 characters"),
        _ => text,
    };

    /// <summary>A text of the parameter's type, to try a report with.</summary>
    public string Sample => Type switch
    {
        ParameterType.WholeNumber => "1",
        ParameterType.AreaCode => "S12000033",
        ParameterType.Day or ParameterType.Moment => "2021-04-01",
        ParameterType.Text => "text",
        _ => "2021/22",
    };

    private static long? WholeNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? MomentOf(string text) =>
        DateTimeOffset.TryParseExact(text, MomentPatterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? Written(moment)
            : null;

    /// <summary>A moment as a parameter takes it, to the millisecond.</summary>
    /// <param name="moment">The moment.</param>
    public static string Written(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private ReportParameterException Malformed(string expected) =>
        new(Name, isUnknownValue: false, $"The parameter '{Name}' is not {expected}.");

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AreaCode();

    [GeneratedRegex(@"\A[0-9]{4}/[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FinancialYear();

    [GeneratedRegex(@"\A([0-9]{4}/[0-9]{2}( Q[1-4]| YTD [A-Z][a-z]{2})?|[0-9]{4}-(0[1-9]|1[0-2]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
