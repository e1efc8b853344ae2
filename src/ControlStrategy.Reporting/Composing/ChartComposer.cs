using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>Makes the charts of a table.</summary>
internal static class ChartComposer
{
    /// <summary>
    /// A chart of the first rows that follow one another and do not stand out, as totals do, which would dwarf the rest; null where they hold
    /// no figure but 0.
    /// </summary>
    /// <param name="definition">Which columns.</param>
    /// <param name="title">Its title.</param>
    /// <param name="table">The table.</param>
    public static ChartContent? Of(ChartDefinition definition, string title, SheetContent table)
    {
        var first = table.Rows.TakeWhile(row => row.IsEmphasised).Count();
        RowContent[] rows = [.. table.Rows.Skip(first).TakeWhile(row => !row.IsEmphasised)];
        if (!rows.Any(row => definition.ValueColumns.Any(column => row.Cells[column] is NumberCell { Value: not 0 }))) return null;
        return new ChartContent
        {
            Kind = definition.Kind,
            Title = title,
            Description = Described(definition, title, table, rows),
            Unit = definition.Unit is { } unit ? char.ToUpperInvariant(unit[0]) + unit[1..] : "Number",
            CategoryColumn = definition.CategoryColumn,
            ValueColumns = definition.ValueColumns,
            FirstRow = first,
            RowCount = rows.Length,
        };
    }

    private static string Described(ChartDefinition definition, string title, SheetContent table, RowContent[] rows)
    {
        var series = string.Join(" and ", definition.ValueColumns.Select(column => table.Columns[column].Header));
        var figures = rows.SelectMany(row => definition.ValueColumns.Select(column => (Row: row, Column: column))).Where(at => at.Row.Cells[at.Column] is NumberCell);
        var (largest, of) = figures.MaxBy(at => ((NumberCell)at.Row.Cells[at.Column]).Value);
        return $"{definition.Kind} chart: {title}. {table.Columns[definition.CategoryColumn].Header}: {rows.Length}, from {Shown(rows[0])} to {Shown(rows[^1])}; for each {series}. "
            + $"The largest figure is {CellText.Shown(largest.Cells[of])}, {table.Columns[of].Header}, {Shown(largest)}. The figures are in the table above.";

        string Shown(RowContent row) => CellText.Shown(row.Cells[definition.CategoryColumn]);
    }
}
