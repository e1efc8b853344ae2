using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Sessions;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Begins exports that were planned.</summary>
internal sealed class Exporter(EngineOptions options, CursorSigner signer, SessionPool sessions)
{
    /// <summary>Fetches the first rows; the caller disposes the export.</summary>
    /// <exception cref="ExportRefusedException">CSV cannot show the rows, a limit is exceeded, or the list's field refuses.</exception>
    public async Task<Export> BeginAsync(PlannedExport planned, ExportRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        var time = new ExportTime(options.Limits, options.Clock, cancellation);
        Export? export = null;
        try
        {
            export = Create(planned, request, services, time);
            await export.BeginAsync();
            return export;
        }
        catch (Exception exception)
        {
            if (export is not null) await export.DisposeAsync();
            time.Dispose();
            if (exception is RequestException refused) throw new ExportRefusedException(new RefusedError(refused));
            throw;
        }
    }

    private Export Create(PlannedExport planned, ExportRequest request, IServiceProvider services, ExportTime time)
    {
        var lease = new Lease(sessions, isSnapshot: planned.Field.Plan.Statements > 1, time.Ended);
        var context = new PlanContext(planned.Field, lease, signer, services);
        return new Export(planned, RowFormat.Of(request, planned.List.Row), context, lease, time);
    }
}
