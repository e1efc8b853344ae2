using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Where the table of a sheet stands.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The row of its header, from 1.</param>
internal sealed record TablePlacement(SheetContent Sheet, int HeaderRow)
{
    /// <summary>The cells with numbers: their references, such as B7, and their values.</summary>
    public IEnumerable<(string Reference, double Value)> Numbers() =>
        from row in Sheet.Rows.Index()
        from cell in row.Item.Cells.Index()
        where cell.Item is NumberCell
        select ($"{XLHelper.GetColumnLetterFromNumber(cell.Index + 1)}{HeaderRow + 1 + row.Index}", ((NumberCell)cell.Item).Value);
}
