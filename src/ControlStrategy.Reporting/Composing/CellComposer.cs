using System.Text.Json;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>Makes one cell of one row of an answer.</summary>
internal static class CellComposer
{
    public static ReportCell Compose(ColumnDefinition column, JsonElement row)
    {
        if (column.Path.Find(row) is not { } value)
            return new WithheldCell(ReasonOf(column, row));
        if (column.Format.Pattern is { } pattern)
        {
            var number = NumberOf(column, value);
            return new NumberCell(number / column.Format.Divisor, pattern) { Plain = number };
        }

        var text = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? YesOrNo(value) : value.ToString();
        if (text.Length == 0)
            return new WithheldCell(Shorthand.NotAvailable);
        return new TextCell(column.Format == CellFormat.Words ? InWords(text) : text);
    }

    private static Shorthand ReasonOf(ColumnDefinition column, JsonElement row)
    {
        if (column.Reason?.Find(row) is not { } reason)
            return Shorthand.NotAvailable;
        return Shorthand.Reasons.TryGetValue(reason.ToString(), out var shorthand)
            ? shorthand
            : throw new ReportDefinitionException(column.Reason.Place, $"the answer's reason '{reason}' has no shorthand");
    }

    private static double NumberOf(ColumnDefinition column, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw new ReportDefinitionException(column.Path.Place, $"the answer is no number, as the format '{column.Format.Name}' needs");
        return value.GetDouble();
    }

    private static string YesOrNo(JsonElement value) => value.GetBoolean() ? "Yes" : "No";

    private static string InWords(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ').ToLowerInvariant();
}
