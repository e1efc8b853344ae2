using System.Globalization;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>A place in a sheet as workbooks write it, such as B7.</summary>
/// <param name="Column">The column, 1 to 16,384.</param>
/// <param name="Row">The row, 1 to 1,048,576.</param>
internal readonly record struct CellReference(int Column, int Row)
{
    public const int LastColumn = 16_384;
    public const int LastRow = 1_048_576;

    /// <summary>Reads a place; false where it is none that a sheet has.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellReference cell)
    {
        cell = default;
        var letters = text.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3)
            return false;
        var column = 0;
        foreach (var letter in text[..letters])
            column = (column * 26) + letter - 'A' + 1;
        if (column > LastColumn || !TryParseRow(text[letters..], out var row))
            return false;
        cell = new CellReference(column, row);
        return true;
    }

    /// <summary>Reads the number of a row; false where it is none that a sheet has.</summary>
    public static bool TryParseRow(ReadOnlySpan<char> text, out int row) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= LastRow;

    /// <summary>The place as workbooks write it.</summary>
    public override string ToString()
    {
        var letters = "";
        for (var column = Column; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{Row}");
    }
}
