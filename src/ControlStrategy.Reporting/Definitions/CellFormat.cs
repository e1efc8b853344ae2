namespace ControlStrategy.Reporting.Definitions;

/// <summary>How the values of a column are shown.</summary>
/// <param name="Name">The name in a definition.</param>
/// <param name="Pattern">The spreadsheet number format; null for text.</param>
/// <param name="Divisor">
/// What an answer's number is divided by before it stands in a cell: 100 for percentages, which answers give in units of 100.
/// </param>
public sealed record CellFormat(string Name, string? Pattern, int Divisor = 1)
{
    private const int PerCent = 100;

    /// <summary>Text as it is.</summary>
    public static CellFormat Text { get; } = new("text", null);

    /// <summary>An enumeration value in words: LOWER_IS_BETTER is "Lower is better".</summary>
    public static CellFormat Words { get; } = new("words", null);

    /// <summary>Every format by its name.</summary>
    public static IReadOnlyDictionary<string, CellFormat> All { get; } = new CellFormat[]
    {
        Text,
        Words,
        new("whole", "#,##0"),
        new("signedWhole", "+#,##0;-#,##0;0"),
        new("oneDecimal", "#,##0.0"),
        new("signedOneDecimal", "+#,##0.0;-#,##0.0;0.0"),
        new("percent", "0.0%", PerCent),
        new("signedPercent", "+0.0%;-0.0%;0.0%", PerCent),
        new("year", "0"),
    }.ToDictionary(format => format.Name, StringComparer.Ordinal);

    /// <summary>Whether the column holds numbers, which stand at the right.</summary>
    public bool IsNumber => Pattern is not null;
}
