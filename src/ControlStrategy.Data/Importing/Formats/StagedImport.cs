using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The columns of a row in the order they are stored, or why it is not kept.</summary>
internal readonly record struct ReadRow(RowRefusal? Refusal, object?[] Columns)
{
    public static ReadRow Kept(params object?[] columns) => new(null, columns);

    public static ReadRow Refused(RowRefusal refusal) => new(refusal, []);
}

/// <summary>Takes rows that are compared with what is held when all are read.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="key">What names a row, in words.</param>
/// <param name="read">Reads the current row.</param>
internal sealed class StagedImport(IRowStore store, string key, Func<RecordFile, CancellationToken, ValueTask<ReadRow>> read) : IRowImport
{
    public StagedImport(IRowStore store, string key, Func<RecordFile, ReadRow> read)
        : this(store, key, (row, _) => ValueTask.FromResult(read(row)))
    {
    }

    public async Task<RowRefusal?> TakeAsync(RecordFile row, CancellationToken cancellation)
    {
        var (refusal, columns) = await read(row, cancellation);
        if (refusal is not null)
            return refusal;
        return await store.AddAsync(columns, row.Line, cancellation) is { } firstLine ? RowRefusal.Repeated(firstLine, key) : null;
    }

    public Task<WrittenRows> WriteAsync(CancellationToken cancellation) => store.WriteAsync(cancellation);

    public void Dispose() => store.Dispose();
}
