namespace ControlStrategy.Reporting.Definitions;

/// <summary>One worksheet with one table.</summary>
public sealed record SheetDefinition
{
    /// <summary>The worksheet's name on its tab. Characters that a tab cannot have are replaced, and it is cut at 31.</summary>
    public required ReportText Name { get; init; }

    /// <summary>The heading above the table.</summary>
    public required ReportText Title { get; init; }

    /// <summary>What stands between heading and table, a paragraph each.</summary>
    public required IReadOnlyList<ReportText> Introduction { get; init; }

    /// <summary>The operation and the way to the list in its answer: a row of the table for each entry.</summary>
    public required AnswerPath Source { get; init; }

    /// <summary>The columns, in their order.</summary>
    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    /// <summary>Which rows stand out; null where none does.</summary>
    public EmphasisDefinition? Emphasis { get; init; }

    /// <summary>The way from a row to whether it is demonstration data, besides what the definitions say; null where no row says.</summary>
    public AnswerPath? Demonstration { get; init; }

    /// <summary>Charts of the table, in their order.</summary>
    public required IReadOnlyList<ChartDefinition> Charts { get; init; }
}

/// <summary>One column of a table.</summary>
public sealed record ColumnDefinition
{
    /// <summary>The header, unique in its table.</summary>
    public required ReportText Header { get; init; }

    /// <summary>The unit, shown in brackets after the header; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The way from a row to the value.</summary>
    public required AnswerPath Path { get; init; }

    /// <summary>The way from a row to the reason why there is no value; null where the answer gives none.</summary>
    public AnswerPath? Reason { get; init; }

    /// <summary>How the value is shown.</summary>
    public required CellFormat Format { get; init; }
}

/// <summary>Which rows of a table stand out, as totals do.</summary>
/// <param name="Path">The way from a row to the value that decides.</param>
/// <param name="Values">The values whose rows stand out.</param>
public sealed record EmphasisDefinition(AnswerPath Path, IReadOnlyList<string> Values);

/// <summary>The definitions of what the sheets show: one row for each different thing among all rows of all sheets.</summary>
/// <param name="Path">The way from a sheet's row to the thing.</param>
/// <param name="Key">The way from the thing to what tells it from others.</param>
/// <param name="Demonstration">The way from the thing to whether its figures are demonstration data; null where none are.</param>
/// <param name="Columns">The columns, from the thing on.</param>
public sealed record GlossaryDefinition(
    AnswerPath Path, AnswerPath Key, AnswerPath? Demonstration, IReadOnlyList<ColumnDefinition> Columns);
