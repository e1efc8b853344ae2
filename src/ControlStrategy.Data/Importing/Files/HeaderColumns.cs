namespace ControlStrategy.Data.Importing.Files;

/// <summary>Where the known columns of a file stand. Names are matched without regard to case, never by position.</summary>
internal sealed class HeaderColumns
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or a name stands twice.</exception>
    public HeaderColumns(RecordFile file, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        for (var column = 0; column < file.Header.Count; column++)
        {
            if (!_positions.TryAdd(file.Header[column], column))
                throw new ImportHeaderException(file.Path, $"column {file.Header[column]} stands twice.");
        }

        if (file.Header is [var all] && all.AsSpan().ContainsAny(';', '\t'))
            throw new ImportHeaderException(file.Path, "its fields are separated by semicolons or tabs; save it with commas.");
        string[] missing = [.. required.Where(name => !_positions.ContainsKey(name))];
        if (missing.Length > 0)
        {
            var missingNames = string.Join(", ", missing);
            throw new ImportHeaderException(
                file.Path, $"{missingNames} {(missing.Length == 1 ? "is" : "are")} missing. Expected {Expected(required, optional)}; found {Found(file)}.");
        }

        Others =
        [
            .. file.Header.Where(name => !required.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !optional.Contains(name, StringComparer.OrdinalIgnoreCase)),
        ];
        Description = Expected(required, optional);
    }

    /// <summary>The columns that are neither required nor optional, as the file names them.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>What is expected, as one phrase.</summary>
    public string Description { get; }

    /// <summary>The position of a column that is there.</summary>
    public int this[string name] => _positions[name];

    /// <summary>The position of a column, or none where the file does not have it.</summary>
    public int? Find(string name) => _positions.TryGetValue(name, out var column) ? column : null;

    /// <summary>Refuses a file with columns that are not known: they might have been meant to matter.</summary>
    /// <exception cref="ImportHeaderException">There are some.</exception>
    public void RefuseOthers(string path)
    {
        if (Others.Count > 0)
            throw new ImportHeaderException(path, $"column {string.Join(", ", Others)} is not known. Expected {Description}.");
    }

    private static string Found(RecordFile file)
    {
        var names = string.Join(", ", file.Header);
        return names.Length <= 200 ? names : $"{names[..200]}…";
    }

    private static string Expected(IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
        $"{string.Join(", ", required)}{(optional.Count > 0 ? $" and optionally {string.Join(", ", optional)}" : "")}, in any order";
}
