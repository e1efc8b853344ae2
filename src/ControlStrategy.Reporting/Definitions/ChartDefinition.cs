using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>A chart below a table, of some of its columns.</summary>
/// <param name="Kind">How it draws them.</param>
/// <param name="Title">What it shows, in one line.</param>
/// <param name="CategoryColumn">Place of the column that names the categories, from 0.</param>
/// <param name="ValueColumns">Places of the columns drawn, from 0; at least one, all of one unit and format.</param>
/// <param name="Unit">Their unit; null where they have none.</param>
public sealed record ChartDefinition(ChartKind Kind, ReportText Title, int CategoryColumn, IReadOnlyList<int> ValueColumns, string? Unit);
