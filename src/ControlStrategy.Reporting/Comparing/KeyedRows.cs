namespace ControlStrategy.Reporting.Comparing;

/// <summary>What a row is about.</summary>
/// <param name="Name">The texts it begins with.</param>
/// <param name="Occurrence">Which of the rows that begin so it is, from 0.</param>
internal readonly record struct RowKey(string Name, int Occurrence);

/// <summary>The rows of a table by what they are about.</summary>
internal sealed class KeyedRows
{
    private readonly Dictionary<RowKey, IReadOnlyList<PackCell>> _rows = [];

    /// <param name="table">The table.</param>
    /// <param name="width">How many of its first columns say what a row is about.</param>
    public KeyedRows(PackTable table, int width)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = string.Join(", ", row.Take(width).Select(cell => cell.Text));
            var occurrence = seen.GetValueOrDefault(name);
            seen[name] = occurrence + 1;
            _rows.Add(new RowKey(name, occurrence), row);
        }
    }

    /// <summary>The rows, in their order.</summary>
    public IEnumerable<(RowKey Key, IReadOnlyList<PackCell> Row)> All => _rows.Select(row => (row.Key, row.Value));

    public IReadOnlyList<PackCell>? Find(RowKey key) => _rows.GetValueOrDefault(key);

    /// <summary>How many columns of two tables say what a row is about: the first, and those after it up to the first that holds a number in either.</summary>
    public static int WidthOf(PackTable one, PackTable other)
    {
        var width = 1;
        while (width < Math.Min(one.Headers.Count, other.Headers.Count) && one.Headers[width] == other.Headers[width] && !HasNumber(one, width) && !HasNumber(other, width))
            width++;
        // A table of texts only is about its first column: the others are what it says.
        return width == Math.Min(one.Headers.Count, other.Headers.Count) ? 1 : width;
    }

    private static bool HasNumber(PackTable table, int column) => table.Rows.Any(row => row[column].IsNumber);
}
