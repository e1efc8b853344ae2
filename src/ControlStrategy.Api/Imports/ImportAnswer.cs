using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Imports;

/// <summary>What became of an upload, as JSON.</summary>
/// <param name="File">The name it went by.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Read">Rows read.</param>
/// <param name="New">Rows that give a value where there was none.</param>
/// <param name="Corrected">Rows that give another value than the one held.</param>
/// <param name="Unchanged">Rows that give what is held already.</param>
/// <param name="NotStored">Rows that are in order but are not kept.</param>
/// <param name="Rejected">Rows that cannot be taken.</param>
/// <param name="Rejections">The first of them.</param>
/// <param name="RejectionsNotListed">How many more there are.</param>
/// <param name="Imported">Whether the rows are in the database now.</param>
/// <param name="RecordedAt">When they were recorded.</param>
/// <param name="AlreadyImportedAt">When the same file was imported before.</param>
internal sealed record ImportAnswer(
    string File,
    string Kind,
    string Sha256,
    int Read,
    int New,
    int Corrected,
    int Unchanged,
    IReadOnlyList<RowsNotStored> NotStored,
    int Rejected,
    IReadOnlyList<Rejection> Rejections,
    int RejectionsNotListed,
    bool Imported,
    DateTimeOffset? RecordedAt,
    DateTimeOffset? AlreadyImportedAt)
{
    /// <summary>Rejections that an answer lists.</summary>
    public const int MostRejections = 1_000;

    public static ImportAnswer Of(ImportReport report, IReadOnlyList<RejectedRow> listed) => new(
        report.FileName,
        ImportKindName.Of(report.Kind),
        report.Sha256,
        report.Read,
        report.New,
        report.Corrected,
        report.Unchanged,
        [.. report.NotStored.Select(entry => new RowsNotStored(entry.Key, entry.Value))],
        report.Rejected,
        [.. listed.Select(row => new Rejection(row.Line, row.Column, row.Value, row.Reason))],
        report.Rejected - listed.Count,
        report.IsImported,
        report.RecordedAt,
        report.AlreadyImportedAt);
}

/// <summary>Rows that are in order but are not kept.</summary>
internal sealed record RowsNotStored(string Reason, int Rows);

/// <summary>A row that cannot be taken.</summary>
internal sealed record Rejection(long Line, string Column, string Value, string Reason);
