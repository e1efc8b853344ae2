using System.Globalization;
using ExcelNumberFormat;

namespace ControlStrategy.Reporting.Layout;

/// <summary>Cells as texts.</summary>
internal static class CellText
{
    /// <summary>What a cell shows in a spreadsheet.</summary>
    public static string Shown(ReportCell cell) => cell switch
    {
        NumberCell number => new NumberFormat(number.Pattern).Format(number.Value, CultureInfo.InvariantCulture),
        WithheldCell withheld => withheld.Shorthand.Mark,
        TextCell text => text.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "A kind of cell that cannot be shown."),
    };
}
