namespace ControlStrategy.Data.Importing.Formats;

/// <summary>What becomes of one row.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Column">The position of the column that is wrong; none where the row as a whole is.</param>
/// <param name="Reason">Why it is rejected or not stored.</param>
internal sealed record RowOutcome(RowFate Fate, int? Column = null, string? Reason = null)
{
    public static RowOutcome New { get; } = new(RowFate.New);

    public static RowOutcome Corrected { get; } = new(RowFate.Corrected);

    public static RowOutcome Unchanged { get; } = new(RowFate.Unchanged);

    /// <summary>The file has the row twice; the first one was taken.</summary>
    public static RowOutcome Duplicate(long firstLine, string key) =>
        new(RowFate.Rejected, null, FormattableString.Invariant($"repeats line {firstLine}: same {key}"));

    public static RowOutcome Rejected(int? column, string reason) => new(RowFate.Rejected, column, reason);
}

/// <summary>The possible fates of a row.</summary>
internal enum RowFate
{
    New,
    Corrected,
    Unchanged,
    NotStored,
    Rejected,
}
