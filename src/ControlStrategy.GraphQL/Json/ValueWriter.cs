using System.Collections.Concurrent;
using System.Collections.Frozen;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Json;

/// <summary>Writes scalar values as the schema's scalars do.</summary>
internal static class ValueWriter
{
    public const string DayFormat = "yyyy-MM-dd";
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly ConcurrentDictionary<Enum, byte[]> EnumTexts = new();

    public static void Write(JsonBuffer json, object? value)
    {
        switch (value)
        {
            case null: json.Null(); break;
            case string text: json.Text(text); break;
            case bool flag: json.Boolean(flag); break;
            case int number: json.Number(number); break;
            case long number: json.Number(number); break;
            case decimal number: json.Number(number); break;
            case double number: json.Number(number); break;
            case DateOnly day: json.Plain(day, DayFormat); break;
            case DateTimeOffset moment: json.Plain(moment.UtcDateTime, MomentFormat); break;
            case Enum constant: json.Raw(Text(constant)); break;
            default: throw new NotSupportedException($"No scalar writes a {value.GetType().Name}.");
        }
    }

    /// <summary>The same without boxing: the compiler keeps the one branch of the type.</summary>
    public static void Write<T>(JsonBuffer json, T value) where T : notnull
    {
        if (typeof(T) == typeof(string)) json.Text((string)(object)value);
        else if (typeof(T) == typeof(bool)) json.Boolean((bool)(object)value);
        else if (typeof(T) == typeof(int)) json.Number((int)(object)value);
        else if (typeof(T) == typeof(long)) json.Number((long)(object)value);
        else if (typeof(T) == typeof(decimal)) json.Number((decimal)(object)value);
        else if (typeof(T) == typeof(double)) json.Number((double)(object)value);
        else if (typeof(T) == typeof(DateOnly)) json.Plain((DateOnly)(object)value, DayFormat);
        else if (typeof(T) == typeof(DateTimeOffset)) json.Plain(((DateTimeOffset)(object)value).UtcDateTime, MomentFormat);
        else if (typeof(T).IsEnum) json.Raw(Constants<T>.Of(value));
        else Write(json, (object)value);
    }

    public static byte[] Text(Enum constant) => EnumTexts.GetOrAdd(constant, value => JsonNames.Text(Names.Constant(value.ToString())));

    /// <summary>The texts of one enum.</summary>
    private static class Constants<T> where T : notnull
    {
        private static readonly FrozenDictionary<T, byte[]> Texts =
            ((T[])Enum.GetValues(typeof(T))).Distinct().ToFrozenDictionary(value => value, value => Text((Enum)(object)value));

        public static byte[] Of(T value) => Texts.TryGetValue(value, out var text) ? text : Text((Enum)(object)value);
    }
}
