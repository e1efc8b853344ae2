namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The file has more rows of its kind than can be: it is about something else, or several files in one.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportTooManyRowsException(string path)
    : ImportException(
        "IMPORT_TOO_MANY_ROWS",
        FormattableString.Invariant($"{path} has more than {MostRows:N0} rows, which are kept in memory to find their parents. Split it."))
{
    /// <summary>Most good rows that areas or initiatives may have in one file.</summary>
    public const int MostRows = 100_000;

    internal static void Check(string path, int rows)
    {
        if (rows >= MostRows)
            throw new ImportTooManyRowsException(path);
    }
}
