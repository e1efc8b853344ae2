using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Values: as given in a query, as compared, as answered.</summary>
internal static class Scalars
{
    /// <summary>From what a query says to what a column holds.</summary>
    public static object? Given(object? value, Type column)
    {
        var type = Nullable.GetUnderlyingType(column) ?? column;
        if (value is null || type.IsInstanceOfType(value)) return value;
        if (type.IsEnum) return Enum.GetValues(type).Cast<Enum>().Single(constant => NameOf(constant) == (string)value);
        if (type == typeof(DateOnly)) return DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);
        if (type == typeof(decimal) && value is string number) return decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    /// <summary>Texts compare by code point, choices by number, truth after falsehood.</summary>
    public static int Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        (Enum a, Enum b) => Convert.ToInt64(a, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt64(b, CultureInfo.InvariantCulture)),
        _ => ((IComparable)left).CompareTo(right),
    };

    public static JsonNode? Answer(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeOffset moment => JsonValue.Create(moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
        Enum constant => JsonValue.Create(NameOf(constant)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string NameOf(Enum constant) => Regex.Replace(constant.ToString(), "(?<!^)([A-Z])", "_$1").ToUpperInvariant();
}
