using System.Globalization;

namespace ControlStrategy.Reporting.Comparing;

/// <summary>A rectangle of cells, such as A3:F20.</summary>
internal readonly record struct CellRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    private const int Letters = 26;

    public int Width => LastColumn - FirstColumn + 1;

    /// <exception cref="FormatException">The text names no rectangle.</exception>
    public static CellRange Parse(string text)
    {
        var corners = text.Split(':');
        var (first, last) = (Cell(corners[0]), Cell(corners[^1]));
        return new CellRange(first.Row, last.Row, first.Column, last.Column);
    }

    public bool HasRow(int row) => row >= FirstRow && row <= LastRow;

    /// <summary>The place, from 0, of a cell's column; null outside.</summary>
    public int? PlaceOf(string cell) => Cell(cell).Column is var column && column >= FirstColumn && column <= LastColumn ? column - FirstColumn : null;

    private static (int Row, int Column) Cell(string text)
    {
        var name = text.Replace("$", "", StringComparison.Ordinal);
        var letters = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = name.Take(letters).Aggregate(0, (sum, letter) => (sum * Letters) + letter - 'A' + 1);
        return (int.Parse(name.AsSpan(letters), CultureInfo.InvariantCulture), column);
    }
}
