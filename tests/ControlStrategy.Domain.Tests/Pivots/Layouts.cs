using ControlStrategy.Domain.Pivots;

namespace ControlStrategy.Domain.Tests.Pivots;

/// <summary>Layouts in few words.</summary>
internal static class Layouts
{
    public static PivotLayout Of(PivotDimension[] rows, PivotDimension[] columns, PivotTotals totals, params PivotValue[] values) =>
        new(new PivotAxis(rows, totals), new PivotAxis(columns, totals), values);

    /// <summary>A row as text: numbers, words and reasons.</summary>
    public static string[] Text(this IReadOnlyList<PivotCell> cells) =>
        [.. cells.Select(cell => FormattableString.Invariant($"{cell.Value}{cell.Word}{cell.Reason}"))];
}
