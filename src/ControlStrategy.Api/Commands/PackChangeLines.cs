using ControlStrategy.Reporting.Comparing;

namespace ControlStrategy.Api.Commands;

/// <summary>Tells what differs between two packs, a line each.</summary>
internal static class PackChangeLines
{
    /// <summary>Writes the lines, and how many there are.</summary>
    public static async Task<int> WriteAsync(TextWriter output, PackComparison comparison)
    {
        foreach (var item in comparison.Making)
            await output.WriteLineAsync($"Made by another report or program: {item} differs.");
        var count = 0;
        foreach (var change in comparison.Changes())
        {
            await output.WriteLineAsync(Line(change));
            count++;
        }
        await output.WriteLineAsync(FormattableString.Invariant($"{count:N0} {(count == 1 ? "difference" : "differences")} in the tables."));
        return count + comparison.Making.Count;
    }

    private static string Line(PackChange change) => change switch
    {
        { Column: { } column } => $"{change.Sheet} | {change.Row} | {column}: {change.Before ?? "(no column)"} -> {change.After ?? "(no column)"} ({InWords(change.Reason)})",
        { Before: null } => $"{change.Sheet} | {change.Row}: new: {change.After} ({InWords(change.Reason)})",
        _ => $"{change.Sheet} | {change.Row}: gone: {change.Before} ({InWords(change.Reason)})",
    };

    private static string InWords(PackChangeReason reason) => reason switch
    {
        PackChangeReason.Revised => "revised",
        PackChangeReason.LateData => "late data",
        PackChangeReason.Withdrawn => "withdrawn",
        PackChangeReason.Reworded => "reworded",
        PackChangeReason.NewRow => "new row",
        PackChangeReason.RowGone => "row gone",
        _ => "definition",
    };
}
