using ClosedXML.Excel;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Where the table of a sheet stands.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The row of its header, from 1.</param>
internal sealed record TablePlacement(SheetContent Sheet, int HeaderRow)
{
    /// <summary>Cells of a column, such as 'Group 1'!$B$7:$B$13.</summary>
    /// <param name="column">Its place, from 0.</param>
    /// <param name="firstRow">Place of the first row, from 0; -1 is the header.</param>
    /// <param name="rowCount">How many, 1 or more.</param>
    public string Range(int column, int firstRow, int rowCount)
    {
        var (letters, row) = (XLHelper.GetColumnLetterFromNumber(column + 1), HeaderRow + 1 + firstRow);
        var last = rowCount == 1 ? "" : FormattableString.Invariant($":${letters}${row + rowCount - 1}");
        return FormattableString.Invariant($"'{Sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!${letters}${row}{last}");
    }

    /// <summary>The cells with numbers: their references, such as B7, and their values.</summary>
    public IEnumerable<(string Reference, double Value)> Numbers() =>
        from row in Sheet.Rows.Index()
        from cell in row.Item.Cells.Index()
        where cell.Item is NumberCell
        select ($"{XLHelper.GetColumnLetterFromNumber(cell.Index + 1)}{HeaderRow + 1 + row.Index}", ((NumberCell)cell.Item).Value);
}
