using ControlStrategy.Data.Importing.Files;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Finds declared columns in a file.</summary>
internal static class TidyColumns
{
    /// <summary>Finds the columns and refuses all others.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public static HeaderColumns Find(RecordFile file, IReadOnlyList<ImportColumn> declared)
    {
        var columns = new HeaderColumns(
            file,
            [.. declared.Where(column => column.IsRequired).Select(column => column.Name)],
            [.. declared.Where(column => !column.IsRequired).Select(column => column.Name)]);
        columns.RefuseOthers(file.Path);
        return columns;
    }

    /// <summary>Whether a file has a column, by which one published format is told from our own.</summary>
    public static bool Has(RecordFile file, string column) => file.Header.Contains(column, StringComparer.OrdinalIgnoreCase);
}
