namespace ControlStrategy.Data.Importing;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// Whether the good rows are written although others are rejected; otherwise one rejected row keeps the whole file out.
    /// </summary>
    public bool AcceptValid { get; init; }

    /// <summary>How long to wait, at most about, while another program writes to the database. The default is 10 minutes.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How much a packed file may unpack to.</summary>
    public ImportLimits Limits { get; init; } = new();

    /// <summary>Told of every rejected row as it occurs, in the order of the file; they are not kept.</summary>
    public Action<RejectedRow>? Rejected { get; init; }

    /// <summary>Told the number of rows read so far, every 1,000 rows and at the end.</summary>
    public Action<int>? RowsRead { get; init; }
}

/// <summary>A row that was not taken, and why.</summary>
/// <param name="FileName">The file, without its folder.</param>
/// <param name="Line">The line the row starts in, or the row of the sheet, counted from 1; the header is usually line 1.</param>
/// <param name="Column">The column that holds the value, as the file names it; empty where the row as a whole is wrong.</param>
/// <param name="Value">The value as it stands in the file, at most 100 characters of it.</param>
/// <param name="Reason">Why it cannot be taken.</param>
public sealed record RejectedRow(string FileName, long Line, string Column, string Value, string Reason)
{
    /// <summary>The rejection as one line of text.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{FileName}:{Line}: {(Column.Length > 0 ? $"{Column} " : "")}\"{Value}\" {Reason}");
}
