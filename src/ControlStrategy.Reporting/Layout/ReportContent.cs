namespace ControlStrategy.Reporting.Layout;

/// <summary>Everything a workbook says, before anything is known of its file format.</summary>
public sealed record ReportContent
{
    /// <summary>The first sheet.</summary>
    public required CoverContent Cover { get; init; }

    /// <summary>The sheets after the cover, each with one table, in their order.</summary>
    public required IReadOnlyList<SheetContent> Sheets { get; init; }

    /// <summary>
    /// When the newest figure in the report was recorded; null where no answer says. The file's dates are this, never the clock's.
    /// </summary>
    public DateTimeOffset? DataAsAt { get; init; }
}

/// <summary>The cover of a workbook. The contents follow from the sheets.</summary>
/// <param name="Title">The title of the workbook.</param>
/// <param name="Status">What the figures are, as in <see cref="Definitions.ReportStatus"/>, with a capital.</param>
/// <param name="Facts">What the reader must know first: labels and texts.</param>
public sealed record CoverContent(string Title, string Status, IReadOnlyList<CoverFact> Facts)
{
    internal const string TabName = "Cover";
}

/// <summary>A label and its text.</summary>
/// <param name="Label">The label.</param>
/// <param name="Text">The text.</param>
public sealed record CoverFact(string Label, string Text);

/// <summary>A worksheet with one table.</summary>
public sealed record SheetContent
{
    /// <summary>The name on the tab, valid and unique in its workbook.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the table: `tbl` and the sheet's name in letters and digits. Unique in its workbook.</summary>
    public required string TableName { get; init; }

    /// <summary>The heading in A1.</summary>
    public required string Title { get; init; }

    /// <summary>Paragraphs between heading and table.</summary>
    public required IReadOnlyList<string> Introduction { get; init; }

    /// <summary>The columns: at least one, with different headers.</summary>
    public required IReadOnlyList<ColumnContent> Columns { get; init; }

    /// <summary>The rows: at least one, each with a cell for each column.</summary>
    public required IReadOnlyList<RowContent> Rows { get; init; }

    /// <summary>Charts of the table, which stand below it.</summary>
    public IReadOnlyList<ChartContent> Charts { get; init; } = [];
}

/// <summary>A column of a table.</summary>
/// <param name="Header">The header with its unit.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand at the right.</param>
public sealed record ColumnContent(string Header, bool IsNumber);

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="IsEmphasised">Whether the row stands out, as a total does.</param>
public sealed record RowContent(IReadOnlyList<ReportCell> Cells, bool IsEmphasised);
