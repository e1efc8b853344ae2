using System.Buffers;
using System.IO.Pipelines;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Sessions;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>
/// A list on its way to a file, its first rows already fetched: what is refused was refused before.
/// All rows are of one state of the database, whatever is written meanwhile; the memory held is that of one batch of rows.
/// </summary>
public sealed class Export : IAsyncDisposable
{
    private const int FlushBytes = 32 * 1024;
    private readonly IAsyncEnumerator<RowBatch> _batches;
    private readonly Lease _lease;
    private readonly ExportTime _time;
    private readonly RowFormat _format;
    private bool _hasBatch;

    internal Export(PlannedExport planned, RowFormat format, PlanContext context, Lease lease, ExportTime time)
    {
        (_format, _lease, _time) = (format, lease, time);
        _batches = RowSource.ReadAsync(planned, context, time.Limits).GetAsyncEnumerator(time.Ended);
        FileName = $"{planned.Name}.{format.Ending}";
    }

    /// <summary>A name for the file, in letters that every system takes.</summary>
    public string FileName { get; }

    /// <summary>Writes everything; the last bytes are flushed, the target is not completed.</summary>
    /// <param name="target">Where to; its backpressure holds up the database's statement.</param>
    /// <exception cref="RequestException">The rows took longer, or one of them more bytes, than a limit allows.</exception>
    /// <exception cref="OperationCanceledException">The caller, or the reader of the target, has gone.</exception>
    public Task WriteAsync(PipeWriter target) => _time.GuardAsync(async () =>
    {
        using var json = new JsonBuffer(_time.Limits.MaximumAnswerBytes);
        var lines = new ArrayBufferWriter<byte>(2 * FlushBytes);
        _format.WriteHead(lines);
        for (; _hasBatch; _hasBatch = await _batches.MoveNextAsync())
        {
            for (var row = 0; row < _batches.Current.Rows; row++)
            {
                json.Clear();
                _batches.Current.Copy(row, json);
                _format.WriteRow(json.Written, lines);
                if (lines.WrittenCount >= FlushBytes) await FlushAsync(target, lines);
            }
        }
        await FlushAsync(target, lines);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _batches.DisposeAsync();
        }
        finally
        {
            await _lease.DisposeAsync();
            _time.Dispose();
        }
    }

    internal Task BeginAsync() => _time.GuardAsync(async () => _hasBatch = await _batches.MoveNextAsync());

    /// <summary>A pipe takes many bytes at once faster than many times a few.</summary>
    private async Task FlushAsync(PipeWriter target, ArrayBufferWriter<byte> lines)
    {
        target.Write(lines.WrittenSpan);
        lines.ResetWrittenCount();
        var flushed = await target.FlushAsync(_time.Ended);
        if (flushed.IsCompleted) throw new OperationCanceledException("Nobody reads the file any more.");
    }
}
