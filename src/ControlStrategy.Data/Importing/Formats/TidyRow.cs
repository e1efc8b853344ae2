using System.Globalization;
using System.Text.Json;
using ControlStrategy.Data.Importing.Files;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>
/// Reads the fields of the current row by column. The first that cannot be taken is kept as the refusal; what is read after it, and in
/// its place, means nothing. Spaces around a value do not count.
/// </summary>
internal sealed class TidyRow(RecordFile row, HeaderColumns columns)
{
    /// <summary>Why the row cannot be taken; null as long as everything read was in order.</summary>
    public RowRefusal? Refusal { get; private set; }

    /// <summary>The line the row starts in.</summary>
    public long Line => row.Line;

    /// <summary>Whether the file has the column; without it, what is held stays.</summary>
    public bool Has(string column) => columns.Find(column) is not null;

    /// <summary>Refuses the row for the value of a column, unless it is refused already.</summary>
    public void Refuse(string column, string reason) => Refusal ??= new RowRefusal(columns.Find(column), reason);

    /// <summary>A text that must be there.</summary>
    public string Text(string column)
    {
        if (TextOrNone(column) is { } text)
            return text;
        Refuse(column, "is empty");
        return "";
    }

    /// <summary>A text; none where the field is empty or the file does not have the column.</summary>
    public string? TextOrNone(string column) => Span(column) is { IsEmpty: false } text ? text.ToString() : null;

    /// <summary>The texts of a list, each once.</summary>
    public IReadOnlyList<string> List(string column) => TextOrNone(column) is { } text
        ? [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
        : [];

    /// <summary>A day that must be there.</summary>
    public DateOnly Day(string column)
    {
        if (Span(column).IsEmpty)
            Refuse(column, "is empty: a day is needed");
        return DayOrNone(column) ?? default;
    }

    /// <summary>A day; none where the field is empty.</summary>
    public DateOnly? DayOrNone(string column)
    {
        if (Span(column) is not { IsEmpty: false } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 1900 or > 2100)
            Refuse(column, "is not a day: write 2021-04-30, years 1900 to 2100");
        return day;
    }

    /// <summary>A number that must be there.</summary>
    public FieldNumber Number(string column)
    {
        if (FieldNumber.Read(Span(column), out var number) is { } reason)
            Refuse(column, reason);
        return number;
    }

    /// <summary>A number; none where the field is empty.</summary>
    public decimal? NumberOrNone(string column) => Span(column).IsEmpty ? null : Number(column).Value;

    /// <summary>A whole number up to 2,147,483,647; none where the field is empty.</summary>
    public int? WholeOrNone(string column)
    {
        if (NumberOrNone(column) is not { } number)
            return null;
        if (!decimal.IsInteger(number))
            Refuse(column, FieldNumber.NotWhole);
        else if (number > int.MaxValue)
            Refuse(column, string.Create(CultureInfo.InvariantCulture, $"is too large: the largest count kept here is {int.MaxValue:N0}"));
        return (int)Math.Min(number, int.MaxValue);
    }

    /// <summary>A value of an enumeration that must be there, written as in GraphQL; case, spaces and hyphens do not matter.</summary>
    public TEnum Choice<TEnum>(string column)
        where TEnum : struct, Enum
    {
        if (Span(column).IsEmpty)
            Refuse(column, $"is empty: write {Choices<TEnum>.Words}");
        return ChoiceOrNone<TEnum>(column) ?? default;
    }

    /// <summary>A value of an enumeration; none where the field is empty.</summary>
    public TEnum? ChoiceOrNone<TEnum>(string column)
        where TEnum : struct, Enum
    {
        if (TextOrNone(column) is not { } text)
            return null;
        if (Choices<TEnum>.ByWord.TryGetValue(text.Replace(' ', '_').Replace('-', '_'), out var value))
            return value;
        Refuse(column, $"is not known: write {Choices<TEnum>.Words}");
        return null;
    }

    /// <summary>The key of an area that must be there.</summary>
    public int Area(string column, KnownAreas known)
    {
        if (known.Find(Span(column)) is { } area)
            return area;
        Refuse(column, KnownAreas.Unknown);
        return 0;
    }

    /// <summary>The characters of a field, for those who look them up; empty where the file does not have the column.</summary>
    public ReadOnlySpan<char> Span(string column) => columns.Find(column) is { } position ? row[position].Trim() : default;

    private static class Choices<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> ByWord = Enum.GetValues<TEnum>()
            .ToDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);

        public static readonly string Words = string.Join(", ", ByWord.Keys);
    }
}
