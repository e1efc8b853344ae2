using System.Globalization;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Values at which things go wrong, by the name of their scalar; they fill the library and are asked for.</summary>
internal static class EdgeValues
{
    public static readonly string[] Texts =
    [
        "", " ", "a", "A", "ab", "AB", "b", "%", "_", "a%b", "a_b", "\\", "a\\%", "[a]", "*", "?", "'", "\"", "''", "null", "0",
        "'; DROP TABLE Books; --", "%' OR 1=1 --", "Ünal", "ünal", "ÜNAL", "UNAL", "ß", "ẞ", "ss", "SS", "İ", "i", "ı", "I", "ς", "Σ", "Ǆ", "ǅ", "ﬁ", "𐐨", "𐐀", "Ä/Ö", "ä/ö", "é", "e\u0301", "😀", "a😀b", "😀😀", "👩‍👩‍👧", "\uFFFD", "\uE000", "\uFFFF",
        "line\nbreak", "\r\n", "\t", "\u2028", "\u00A0", "\u200F", "\u0001", "\u007F", "</script>", "{\"a\":1}", "$v", "@ga_va", new string('x', 150), "ends with ab", "starts", "abab", "a\0b", "\0",
    ];

    /// <summary>Longer than a filter may name.</summary>
    public static readonly string[] LongTexts = [new('é', 5_000), string.Concat(Enumerable.Repeat("\"\\\n😀", 1_500)), new string('a', 4_095) + "\u0001"];

    public static readonly int[] Integers = [int.MinValue, int.MinValue + 1, -1000, -1, 0, 1, 2, 42, 100, int.MaxValue - 1, int.MaxValue];

    public static readonly long[] Longs = [long.MinValue, long.MinValue + 1, (long)int.MinValue - 1, -1, 0, 1, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue];

    public static readonly decimal[] Decimals =
    [
        -ScaledConverter.Largest, -123_456_789_012.3456m, -1.5m, -0.0001m, 0m, 0.0001m, 0.1m, 0.10m, 1m, 1.0000m, 9.99m, 12.3456m, 123_456_789_012.3456m, 922_337_203_685_477.5806m, ScaledConverter.Largest,
    ];

    public static readonly double[] Floats = [double.MinValue, -1e100, -1.5, -double.Epsilon, 0, double.Epsilon, 1e-300, 0.1, 0.30000000000000004, 0.3, 1.0 / 3, 1, 1e15, 123456789.123456789, 1e22, 1e100, double.MaxValue];

    public static readonly bool[] Truths = [false, true];

    public static readonly DateOnly[] Days = [DateOnly.MinValue, new(1582, 10, 15), new(1969, 12, 31), new(1970, 1, 1), new(2000, 2, 29), new(2021, 4, 1), new(2021, 4, 2), new(9999, 12, 30), DateOnly.MaxValue];

    public static readonly DateTimeOffset[] Moments =
    [
        Moment("0001-01-01T00:00:00Z"), Moment("1582-10-15T12:00:00.001Z"), Moment("1969-12-31T23:59:59.999Z"), Moment("1970-01-01T00:00:00Z"), Moment("1970-01-01T00:00:00.001Z"),
        Moment("2021-03-28T01:30:00Z"), Moment("2021-03-28T01:30:00.5Z"), Moment("9999-12-31T23:59:59.999Z"),
    ];

    public static IReadOnlyList<object> Of(Type type) => type switch
    {
        _ when type == typeof(string) => Texts,
        _ when type == typeof(int) => [.. Integers],
        _ when type == typeof(long) => [.. Longs],
        _ when type == typeof(decimal) => [.. Decimals],
        _ when type == typeof(double) => [.. Floats],
        _ when type == typeof(bool) => [.. Truths],
        _ when type == typeof(DateOnly) => [.. Days],
        _ when type == typeof(DateTimeOffset) => [.. Moments],
        _ => [.. Enum.GetValues(type)],
    };

    /// <summary>By the name of a scalar in the schema, as a client gives them in variables.</summary>
    public static IReadOnlyList<object> Given(string scalar) => scalar switch
    {
        "String" => Texts,
        "Int" => [.. Integers],
        "Long" => [.. Longs],
        "Decimal" => [.. Decimals],
        "Float" => [.. Floats],
        "Boolean" => [.. Truths],
        "LocalDate" => [.. Days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
        "DateTime" => [.. Moments.Select(moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)), "2021-03-28T03:30:00+02:00", "1969-12-31T18:59:59.999-05:00"],
        "Binding" => ["SOFT_COVER", "HARD_COVER"],
        "Condition" => ["TOO_FRAGILE", "AS_NEW", "USED"],
        _ => throw new NotSupportedException($"There are no values of {scalar} to try."),
    };

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
