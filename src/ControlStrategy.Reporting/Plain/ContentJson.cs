using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Plain;

/// <summary>
/// Writes a report as JSON: title, status, the cover's facts, and its tables with `columns` and `rows`. A cell is a number, unrounded and
/// in the unit of its header, a text, or `{"withheld": "[x]", "meaning": …}` where a figure is not there.
/// </summary>
public static class ContentJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    /// <summary>Writes a report.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="target">Where to; it is flushed, not closed.</param>
    /// <param name="cancellationToken">Stops between tables.</param>
    public static async Task WriteAsync(ReportContent content, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var json = new Utf8JsonWriter(target, Options);
        json.WriteStartObject();
        json.WriteString("title", content.Cover.Title);
        json.WriteString("status", content.Cover.Status);
        json.WriteString("dataAsAt", content.DataAsAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("facts");
        foreach (var fact in content.Cover.Facts.DistinctBy(fact => fact.Label)) json.WriteString(fact.Label, fact.Text);
        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (var table in content.Sheets)
        {
            Write(json, table);
            await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SheetContent table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        json.WriteStartArray("introduction");
        foreach (var paragraph in table.Introduction) json.WriteStringValue(paragraph);
        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in table.Columns) json.WriteStringValue(column.Header);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row.Cells) Write(json, cell);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportCell cell)
    {
        switch (cell)
        {
            case NumberCell number:
                json.WriteNumberValue(number.Plain);
                break;
            case WithheldCell { Shorthand: var shorthand }:
                json.WriteStartObject();
                json.WriteString("withheld", shorthand.Mark);
                json.WriteString("meaning", shorthand.Meaning);
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(((TextCell)cell).Text);
                break;
        }
    }
}
