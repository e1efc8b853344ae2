using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Imports;

/// <summary>What became of an upload, as JSON; the counts are those of <see cref="ImportReport"/>.</summary>
internal sealed record ImportAnswer
{
    /// <summary>Rejections that an answer lists.</summary>
    public const int MostRejections = 1_000;

    public required string File { get; init; }

    public required string Kind { get; init; }

    public required string Sha256 { get; init; }

    public required int Read { get; init; }

    public required int New { get; init; }

    public required int Corrected { get; init; }

    public required int Unchanged { get; init; }

    public required IEnumerable<RowsNotStored> NotStored { get; init; }

    public required int Rejected { get; init; }

    /// <summary>The first rejected rows.</summary>
    public required IEnumerable<Rejection> Rejections { get; init; }

    /// <summary>How many more there are.</summary>
    public required int RejectionsNotListed { get; init; }

    /// <summary>Whether the rows are in the database now.</summary>
    public required bool Imported { get; init; }

    public required DateTimeOffset? RecordedAt { get; init; }

    public required DateTimeOffset? AlreadyImportedAt { get; init; }

    public static ImportAnswer Of(ImportReport report, IReadOnlyCollection<RejectedRow> listed) => new()
    {
        File = report.FileName,
        Kind = ImportTemplate.Of(report.Kind).Name,
        Sha256 = report.Sha256,
        Read = report.Read,
        New = report.New,
        Corrected = report.Corrected,
        Unchanged = report.Unchanged,
        NotStored = report.NotStored.Select(entry => new RowsNotStored(entry.Key, entry.Value)),
        Rejected = report.Rejected,
        Rejections = listed.Select(row => new Rejection(row.Line, row.Column, row.Value, row.Reason)),
        RejectionsNotListed = report.Rejected - listed.Count,
        Imported = report.IsImported,
        RecordedAt = report.RecordedAt,
        AlreadyImportedAt = report.AlreadyImportedAt,
    };
}

/// <summary>Rows that are in order but are not kept.</summary>
internal sealed record RowsNotStored(string Reason, int Rows);

/// <summary>A row that cannot be taken.</summary>
internal sealed record Rejection(long Line, string Column, string Value, string Reason);
