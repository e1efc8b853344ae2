using ControlStrategy.GraphQL.Guarding;
using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>An export ready to run.</summary>
/// <param name="Field">The root field's plan and this request's values.</param>
/// <param name="List">The list in it.</param>
/// <param name="Name">What the file is called, without its ending.</param>
internal sealed record PlannedExport(PlannedField Field, ExportedList List, string Name)
{
    /// <summary>The most rows that may be held at once: those of a page, if all their values are as many as one operation may answer with.</summary>
    /// <exception cref="RequestException">Not even one row may be held.</exception>
    public int RowsAtOnce(EngineLimits limits)
    {
        var cells = List.IsOfEntities || List.IsOfGroups ? CellCount.OfRow(List.Row, Field.Lists) : Field.Cells;
        if (cells > limits.MaximumCells) throw Errors.Cells(cells, limits.MaximumCells);
        return (int)Math.Min(limits.MaximumPageRows, limits.MaximumCells / Math.Max(cells, 1));
    }
}
