using ControlStrategy.Reporting.Layout;
using CsvHelper;

namespace ControlStrategy.Reporting.Plain;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8): a header, then a record a row. Numbers are unrounded, in the unit of their header; a figure that is
/// not there is its shorthand. A text that a spreadsheet would compute has an apostrophe before it.
/// </summary>
public static class TableCsv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="target">Where to; it is flushed, not closed.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static async Task WriteAsync(SheetContent table, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        await using var csv = CsvWriter.Create(target, Options, leaveOpen: true);
        foreach (var column in table.Columns) csv.WriteField(column.Header);
        await csv.EndRecordAsync(cancellationToken);
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells) Write(csv, cell);
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    private static void Write(CsvWriter csv, ReportCell cell)
    {
        if (cell is NumberCell number) csv.WriteField(number.Plain, "R");
        else csv.WriteField(cell is WithheldCell withheld ? withheld.Shorthand.Mark : ((TextCell)cell).Text);
    }
}
