using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Formats;

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

    public void Add(RowOutcome outcome, CsvFile row)
    {
        if (++Read % RowsBetweenReports == 0)
            options.RowsRead?.Invoke(Read);
        switch (outcome.Fate)
        {
            case RowFate.New:
                New++;
                break;
            case RowFate.Corrected:
                Corrected++;
                break;
            case RowFate.Unchanged:
                Unchanged++;
                break;
            case RowFate.NotStored:
                _notStored[outcome.Reason!] = _notStored.GetValueOrDefault(outcome.Reason!) + 1;
                break;
            default:
                Rejected++;
                options.Rejected?.Invoke(Rejection(outcome, row));
                break;
        }
    }

    /// <summary>Reports the final number of rows.</summary>
    public void End() => options.RowsRead?.Invoke(Read);

    private RejectedRow Rejection(RowOutcome outcome, CsvFile row)
    {
        var value = outcome.Column is { } column ? row[column].ToString() : row.Raw;
        return new RejectedRow(
            fileName,
            row.Line,
            outcome.Column is { } named ? row.Header[named] : "",
            value.Length <= LongestValue ? value : value[..LongestValue],
            outcome.Reason!);
    }
}
