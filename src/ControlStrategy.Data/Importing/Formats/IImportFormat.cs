using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>One kind of file, its columns found by the header.</summary>
internal interface IImportFormat
{
    /// <summary>Why rows of such files are left out although they are in order; null where all are kept.</summary>
    string? NotStoredReason => null;

    /// <summary>Refuses a file that has the right header and is about something else, before its rows are read one by one.</summary>
    /// <exception cref="ImportException">It is about something else.</exception>
    void CheckSubject(RecordFile rows, Catalogue known)
    {
    }

    /// <summary>Whether it is one of our own formats, which anybody can write; otherwise a publisher's.</summary>
    bool IsOurOwn => true;

    /// <summary>Begins to take rows; dispose of the result when all are taken.</summary>
    Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation);
}

/// <summary>Takes the rows of one file.</summary>
internal interface IRowImport : IDisposable
{
    /// <summary>Keeps the current row, or says why not.</summary>
    Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation);

    /// <summary>Writes the rows that were kept.</summary>
    Task<WrittenRows> WriteAsync(CancellationToken cancellation);
}
