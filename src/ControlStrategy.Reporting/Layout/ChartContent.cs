namespace ControlStrategy.Reporting.Layout;

/// <summary>How a chart draws its figures.</summary>
public enum ChartKind
{
    /// <summary>A bar to the right for each figure, for categories with long names.</summary>
    Bar,

    /// <summary>A column upwards for each figure.</summary>
    Column,

    /// <summary>A line with a marker for each figure; a figure that is not there is a gap.</summary>
    Line,
}

/// <summary>A chart of figures that stand in the table above it.</summary>
public sealed record ChartContent
{
    /// <summary>How it draws them.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>What it shows, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The same for those who do not see it: kind, categories, series, and the largest figure.</summary>
    public required string Description { get; init; }

    /// <summary>The unit of its figures, as their columns' headers have it; "Number" where they have none.</summary>
    public required string Unit { get; init; }

    /// <summary>Place of the column that names the categories, from 0.</summary>
    public required int CategoryColumn { get; init; }

    /// <summary>Places of the columns whose figures are drawn, a series each, from 0; at least one, all in one unit.</summary>
    public required IReadOnlyList<int> ValueColumns { get; init; }

    /// <summary>Place of the first row drawn, from 0.</summary>
    public required int FirstRow { get; init; }

    /// <summary>How many rows are drawn, 1 or more.</summary>
    public required int RowCount { get; init; }
}
