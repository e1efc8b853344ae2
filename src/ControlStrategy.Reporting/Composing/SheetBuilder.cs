using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>What stands above a table.</summary>
internal sealed record SheetHeading(string Tab, string Title, IReadOnlyList<string> Introduction);

/// <summary>Makes sheets that a workbook takes: names that fit, no sheet without rows, no shorthand without its meaning.</summary>
internal sealed class SheetBuilder(SheetNames names)
{
    public SheetContent Build(SheetHeading heading, IReadOnlyList<ColumnContent> columns, IReadOnlyList<RowContent> rows)
    {
        var tabName = names.TabName(heading.Tab);
        return new SheetContent
        {
            Name = tabName,
            TableName = names.TableName(tabName),
            Title = OneLine(heading.Title),
            Introduction = [.. heading.Introduction.Select(OneLine), .. Legend(rows)],
            Columns = [.. columns.Select(column => column with { Header = OneLine(column.Header) })],
            Rows = rows.Count > 0 ? rows : [NoRow(columns)],
        };
    }

    /// <summary>The shorthand that stands in some rows, each once, by its mark.</summary>
    public static IEnumerable<Shorthand> ShorthandIn(IEnumerable<RowContent> rows) => rows
        .SelectMany(row => row.Cells)
        .OfType<WithheldCell>()
        .Select(cell => cell.Shorthand)
        .Distinct()
        .OrderBy(shorthand => shorthand.Mark, StringComparer.Ordinal);

    private static IEnumerable<string> Legend(IEnumerable<RowContent> rows)
    {
        var used = ShorthandIn(rows).Select(shorthand => $"{shorthand.Mark} {shorthand.Meaning}.").ToList();
        return used.Count > 0 ? ["Shorthand in this table: " + string.Join(" ", used)] : [];
    }

    // A table of a spreadsheet has at least one row, and no cell of ours is empty.
    private static RowContent NoRow(IReadOnlyList<ColumnContent> columns)
    {
        ReportCell none = new TextCell("No rows");
        return new([none, .. columns.Skip(1).Select(_ => new WithheldCell(Shorthand.Reasons["NOT_APPLICABLE"]))], IsEmphasised: false);
    }

    private static string OneLine(string text) => TextCell.Harmless(text).Replace('\n', ' ').Replace('\t', ' ');
}
