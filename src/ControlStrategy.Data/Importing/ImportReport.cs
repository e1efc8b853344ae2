using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Data.Importing;

/// <summary>What became of the rows of one file; where rejected rows kept it out, what would become of the others.</summary>
public sealed record ImportReport
{
    /// <summary>The file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>What it holds.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>SHA-256 of the file's bytes as they lie there, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rows read, without the header; the sum of all that follow.</summary>
    public required int Read { get; init; }

    /// <summary>Rows that give a value where there was none.</summary>
    public required int New { get; init; }

    /// <summary>Rows that give another value than the one held.</summary>
    public required int Corrected { get; init; }

    /// <summary>Rows that give what is held already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that are in order but are not kept, by the reason why.</summary>
    public required IReadOnlyDictionary<string, int> NotStored { get; init; }

    /// <summary>Rows that cannot be taken.</summary>
    public required int Rejected { get; init; }

    /// <summary>When the rows were recorded, which is when they can be read from; none if nothing was written.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>
    /// When the same file was imported before, where that is why nothing had to be done; the counts are those of that import.
    /// </summary>
    public DateTimeOffset? AlreadyImportedAt { get; init; }

    /// <summary>Whether the file's rows are in the database now; otherwise rejected rows kept it out, and nothing was written.</summary>
    public bool IsImported => RecordedAt is not null || AlreadyImportedAt is not null;
}
