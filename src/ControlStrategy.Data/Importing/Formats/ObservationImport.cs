using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Takes rows that are observations.</summary>
internal sealed class ObservationImport(ReadObservation read, Destination destination) : IRowImport
{
    public const string UnknownArea = "is not the code of an area known here, nor one it had before";

    private readonly ObservationStore _store = new(destination);

    public async Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation)
    {
        if (read(row, destination.Known, out var observation) is { } refusal)
            return refusal;
        return await _store.AddAsync(observation, row.Line, cancellation) is { } firstLine
            ? RowRefusal.Repeated(firstLine, "measure, area and period")
            : null;
    }

    public Task<WrittenRows> WriteAsync(CancellationToken cancellation) => _store.WriteAsync(cancellation);

    public void Dispose() => _store.Dispose();
}
