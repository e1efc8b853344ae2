using System.Globalization;

namespace ControlStrategy.Reporting.Layout;

/// <summary>Gives the sheets of one workbook names that a spreadsheet program takes.</summary>
/// <remarks>Not immutable: it remembers the names given out.</remarks>
internal sealed class SheetNames
{
    private const int LongestName = 31;
    private const string ForbiddenCharacters = "[]:*?/\\";

    // Excel keeps "History" for itself.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };
    private readonly HashSet<string> _takenTables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The wish with what is forbidden replaced by a hyphen, cut to 31 characters, and numbered where it is taken.</summary>
    public string TabName(string wish)
    {
        var allowed = string.Concat(TextCell.Harmless(wish).Select(c => char.IsControl(c) || ForbiddenCharacters.Contains(c) ? '-' : c));
        var trimmed = allowed.Trim(' ', '\'');
        return Unique(trimmed.Length == 0 ? "Sheet" : trimmed, LongestName, " ", _taken);
    }

    /// <summary>`tbl` and the letters and digits of the tab's name: never the name of a cell.</summary>
    public string TableName(string tabName) =>
        Unique("tbl" + string.Concat(tabName.Where(char.IsAsciiLetterOrDigit)), int.MaxValue, "_", _takenTables);

    private static string Unique(string wish, int longest, string joint, HashSet<string> taken)
    {
        var name = Cut(wish, longest);
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = joint + number.ToString(CultureInfo.InvariantCulture);
            name = Cut(wish, longest - ending.Length) + ending;
        }

        return name;
    }

    // An apostrophe must not come last.
    private static string Cut(string text, int longest) => TextCell.Beginning(text, longest).TrimEnd(' ', '\'');
}
