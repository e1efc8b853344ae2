using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Takes rows that are observations.</summary>
internal sealed class ObservationImport(ReadObservation read, Destination destination) : IRowImport
{
    public const string UnknownArea = "is not the code of an area known here, nor one it had before";

    private readonly ObservationStore _store = new(destination);

    public Task<RowOutcome> TakeAsync(CsvFile row, CancellationToken cancellation) =>
        read(row, destination.Known, out var observation) is { } refused
            ? Task.FromResult(refused)
            : _store.StoreAsync(observation, row.Line, cancellation);

    public void End() => _store.End();

    public void Dispose() => _store.Dispose();
}
