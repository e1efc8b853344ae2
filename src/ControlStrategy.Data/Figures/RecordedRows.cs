using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>Something that was recorded.</summary>
/// <typeparam name="T">What.</typeparam>
/// <param name="Row">It.</param>
/// <param name="RecordedAt">When.</param>
public sealed record RecordedRow<T>(T Row, DateTimeOffset RecordedAt);

/// <summary>What figures are computed with beside observations: populations, targets.</summary>
/// <typeparam name="T">Which of them.</typeparam>
/// <param name="Rows">The rows.</param>
/// <param name="NewestRecordedAt">When the newest of them was recorded; null when there are none.</param>
public sealed record RecordedRows<T>(IReadOnlyList<T> Rows, DateTimeOffset? NewestRecordedAt);

/// <summary>Reads such rows.</summary>
public static class RecordedRows
{
    /// <summary>No rows.</summary>
    /// <typeparam name="T">Which of them.</typeparam>
    public static RecordedRows<T> None<T>() => new([], null);

    /// <summary>Reads rows in one statement.</summary>
    /// <typeparam name="T">Which of them.</typeparam>
    /// <param name="rows">What to read.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<RecordedRows<T>> ReadAsync<T>(IQueryable<RecordedRow<T>> rows, CancellationToken cancellation)
    {
        var found = await rows.ToListAsync(cancellation);
        return new RecordedRows<T>([.. found.Select(row => row.Row)], found.Count == 0 ? null : found.Max(row => row.RecordedAt));
    }
}
