using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Data.Importing;

/// <summary>A file that was found to be of its kind, and is still to be imported.</summary>
internal sealed record ImportJob(ImportKind Kind, ImportFile File, IImportFormat Format, string Sha256, ImportOptions Options)
{
    /// <summary>Looks at the beginning of a file, then at all of it for its hash.</summary>
    /// <exception cref="ImportException">It is no text in UTF-8 and no workbook fit to be read, or has another header.</exception>
    public static ImportJob Prepare(ImportKind kind, ImportFile file, ImportOptions options, CancellationToken cancellation)
    {
        file.CheckBeginning(cancellation);
        IImportFormat format;
        using (var rows = file.Rows())
        {
            format = ImportFormats.Of(kind, rows);
        }

        file.CheckRest(cancellation);
        return new ImportJob(kind, file, format, file.Hash(cancellation), options);
    }

    /// <summary>Where the values come from. Only a publisher's own file bears its name: anybody can write a tidy one.</summary>
    public string? Source => Format.IsOurOwn ? $"Management information, {File.Name}" : null;

    /// <summary>Whether figures that are computed from activities may be others afterwards: activities add up along the areas.</summary>
    public bool ChangesActivities => Kind is ImportKind.Activities or ImportKind.Areas;

    /// <summary>The import as it is written down before its rows are counted.</summary>
    public Import Uncounted(DateTimeOffset recordedAt) => new()
    {
        FileName = File.Name,
        Kind = Kind,
        Sha256 = Sha256,
        RecordedAt = recordedAt,
        RowsRead = 0,
        New = 0,
        Corrected = 0,
        Unchanged = 0,
        NotStored = 0,
        Rejected = 0,
    };

    /// <summary>The report on rows that were read.</summary>
    public ImportReport Report(RowTally tally, DateTimeOffset? recordedAt) => new()
    {
        FileName = File.Name,
        Kind = Kind,
        Sha256 = Sha256,
        Read = tally.Read,
        New = tally.New,
        Corrected = tally.Corrected,
        Unchanged = tally.Unchanged,
        NotStored = tally.NotStored,
        Rejected = tally.Rejected,
        RecordedAt = recordedAt,
    };

    /// <summary>The report on a file whose content was imported before: what it gave then is unchanged now.</summary>
    public ImportReport AlreadyImported(Import earlier) => new()
    {
        FileName = File.Name,
        Kind = Kind,
        Sha256 = Sha256,
        Read = earlier.RowsRead,
        New = 0,
        Corrected = 0,
        Unchanged = earlier.New + earlier.Corrected + earlier.Unchanged,
        NotStored = earlier.NotStored == 0 ? new Dictionary<string, int>() : new() { [Format.NotStoredReason!] = earlier.NotStored },
        Rejected = 0,
        AlreadyImportedAt = earlier.RecordedAt,
    };
}
