using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Importing;

namespace ControlStrategy.Api.Imports;

/// <summary>Imports uploads, a few at a time.</summary>
internal sealed class UploadedImport(Importer importer, StrategySettings settings, StrategyDatabase database, TimeProvider clock, IServiceProvider services) : IDisposable
{
    // Imports write one after the other; more than these would only fill the disk while they wait.
    private const int MostAtOnce = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly ILogger _log = services.ServerLog();

    /// <summary>Receives a file and imports it.</summary>
    /// <exception cref="ImportRefusal">The request is not right, or there is no place for it.</exception>
    /// <exception cref="ImportException">The file cannot be taken.</exception>
    /// <exception cref="StrategyDatabaseException">The database cannot be written to.</exception>
    public async Task<ImportAnswer> RunAsync(string kind, HttpRequest request, CancellationToken cancellation)
    {
        var wanted = ImportRequest.Read(kind, request, settings.Imports.MaximumUploadBytes);
        if (!_places.Wait(0, cancellation))
            throw ImportRefusal.Unavailable($"{MostAtOnce} files are being received or imported. Send this one again later.");
        try
        {
            var bytes = await ReceiveAsync(request, cancellation);
            return await ImportAsync(wanted, bytes, cancellation);
        }
        catch (ImportException refused)
        {
            _log.ImportRefused(wanted.Kind, refused.Code);
            throw;
        }
        catch (StrategyDatabaseException unavailable)
        {
            _log.ImportRefused(wanted.Kind, unavailable.Code);
            throw;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>A client that sends slowly for ever would keep others out.</summary>
    private async Task<Stream> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(settings.Imports.LongestUpload, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await UploadedFile.ReceiveAsync(request.Body, database.Location, settings.Imports.MaximumUploadBytes, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw ImportRefusal.TooSlow(settings.Imports.LongestUpload);
        }
    }

    private async Task<ImportAnswer> ImportAsync(ImportRequest wanted, Stream bytes, CancellationToken cancellation)
    {
        var listed = new List<RejectedRow>();
        var options = new ImportOptions
        {
            AcceptValid = wanted.AcceptValid,
            Limits = settings.Imports.Limits,
            LongestWait = LongestWait,
            Rejected = row =>
            {
                if (listed.Count < ImportAnswer.MostRejections) listed.Add(row);
            },
        };
        var report = await importer.ImportAsync(wanted.Kind, new ImportContent(wanted.FileName, bytes), options, cancellation);
        _log.ImportEnded(report);
        return ImportAnswer.Of(report, listed);
    }
}
