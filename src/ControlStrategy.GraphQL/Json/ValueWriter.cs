using System.Collections.Concurrent;
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

    public static byte[] Text(Enum constant) => EnumTexts.GetOrAdd(constant, value => JsonNames.Text(Names.Constant(value.ToString())));
}
