namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Why a row is not kept.</summary>
/// <param name="Column">The position of the column that is the reason; none where it is the row as a whole.</param>
/// <param name="Reason">The reason, worded so that the value may stand before it.</param>
/// <param name="IsRejection">Whether the row is wrong; otherwise it is in order and left out, as rates are, which are computed.</param>
internal sealed record RowRefusal(int? Column, string Reason, bool IsRejection = true)
{
    /// <summary>The file has the row twice; the first one was taken.</summary>
    public static RowRefusal Repeated(long firstLine, string key) =>
        new(null, FormattableString.Invariant($"repeats line {firstLine}: same {key}"));
}
