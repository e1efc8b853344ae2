using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing;

/// <summary>Counts what becomes of rows and passes rejected ones on; it keeps none of them.</summary>
internal sealed class RowTally(string fileName, ImportOptions options)
{
    private const int RowsBetweenReports = 1_000;
    private const int LongestValue = 100;

    private readonly Dictionary<string, int> _notStored = new(StringComparer.Ordinal);

    public int Read { get; private set; }

    public int New { get; private set; }

    public int Corrected { get; private set; }

    public int Unchanged { get; private set; }

    public int Rejected { get; private set; }

    public IReadOnlyDictionary<string, int> NotStored => _notStored;

    /// <summary>Counts a row that was read, and the reason it is not kept.</summary>
    public void Add(RecordFile row, RowRefusal? refusal)
    {
        if (++Read % RowsBetweenReports == 0)
            options.RowsRead?.Invoke(Read);
        if (refusal is { IsRejection: false })
            _notStored[refusal.Reason] = _notStored.GetValueOrDefault(refusal.Reason) + 1;
        if (refusal is not { IsRejection: true })
            return;
        Reject(Rejection(row, refusal));
    }

    /// <summary>Counts the rows that were kept, and those refused in the end.</summary>
    public void Add(WrittenRows written)
    {
        (New, Corrected, Unchanged) = written;
        foreach (var late in written.Refused)
            Reject(new RejectedRow(fileName, late.Line, late.Column, Shortened(late.Value), late.Reason));
    }

    /// <summary>Reports the final number of rows.</summary>
    public void End() => options.RowsRead?.Invoke(Read);

    private RejectedRow Rejection(RecordFile row, RowRefusal refusal)
    {
        var value = refusal.Column is { } column ? row[column].ToString() : row.Raw;
        return new RejectedRow(
            fileName,
            row.Line,
            refusal.Column is { } named ? row.Header[named] : "",
            Shortened(value),
            refusal.Reason);
    }

    private void Reject(RejectedRow row)
    {
        Rejected++;
        options.Rejected?.Invoke(row);
    }

    private static string Shortened(string value) => value.Length <= LongestValue ? value : value[..LongestValue];
}
