using System.Globalization;

namespace ControlStrategy.Reporting.Comparing;

/// <summary>A workbook of a report as it was given out, read back.</summary>
/// <param name="Manifest">What its manifest says: value by item.</param>
/// <param name="Tables">The tables of its other sheets, in their order.</param>
public sealed record Pack(IReadOnlyDictionary<string, string> Manifest, IReadOnlyList<PackTable> Tables)
{
    internal const string ReportItem = "Report";
    private const string ParameterItem = "Parameter ";
    private const string HashItem = "SHA-256 of ";
    private const string DataItem = "SHA-256 of the data";

    /// <summary>The report's name.</summary>
    public string Report => Manifest[ReportItem];

    /// <summary>The parameters it was produced with, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        Manifest.Where(item => item.Key.StartsWith(ParameterItem, StringComparison.Ordinal)).ToDictionary(item => item.Key[ParameterItem.Length..], item => item.Value, StringComparer.Ordinal);

    /// <summary>When the newest figure in it was recorded; null where it has none that says.</summary>
    public DateTimeOffset? DataAsAt =>
        DateTimeOffset.TryParse(Manifest.GetValueOrDefault("Data as at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>The items of the manifest that say which report and program made it, not which figures are in it.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Making =>
        Manifest.Where(item => item.Key == "Report version" || (item.Key.StartsWith(HashItem, StringComparison.Ordinal) && item.Key != DataItem));
}

/// <summary>A table of a pack.</summary>
/// <param name="Sheet">The worksheet it stands on.</param>
/// <param name="Headers">The texts of its header row.</param>
/// <param name="Rows">Its rows, each with a cell for each header.</param>
public sealed record PackTable(string Sheet, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<PackCell>> Rows);

/// <summary>What stands in a cell.</summary>
/// <param name="Text">The text; of a number its shortest form that reads back the same.</param>
/// <param name="IsNumber">Whether it is a number.</param>
public readonly record struct PackCell(string Text, bool IsNumber);
