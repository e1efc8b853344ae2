using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.GraphQL.Subscribing;

namespace ControlStrategy.Api.Imports;

/// <summary>
/// Sees every import that is committed to the database, by whichever process, and tells those who follow. It looks only while somebody
/// does; a database that is locked, missing or restored meanwhile is looked at again.
/// </summary>
internal sealed class ImportWatch(NewImports imports, StrategySettings settings, TimeProvider clock, IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Broadcast<ImportedObservations> _followers = new(settings.Streams.MaximumWaitingEvents);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ILogger _log = services.ServerLog();

    /// <summary>Whether the database could not be read when it was last looked at.</summary>
    public bool IsOut { get; private set; }

    /// <summary>How many follow now.</summary>
    public int FollowerCount => _followers.ListenerCount;

    /// <summary>Every import with observations that is committed from now on.</summary>
    /// <param name="cancellation">Ends following.</param>
    /// <exception cref="StrategyDatabaseException">The database cannot be read now.</exception>
    public async Task<IAsyncEnumerable<ImportedObservations>> FollowAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Who comes first determines from when on imports are new.
            if (FollowerCount == 0) await imports.SkipAsync(cancellation);
            return _followers.Listen(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await _turn.WaitAsync(stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            if (FollowerCount == 0)
            {
                await imports.RestAsync();
                return;
            }
            foreach (var import in await imports.ReadAsync(stopping))
                _followers.Publish(import);
            IsOut = false;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // Whatever it is, it is no reason never to look again; of an outage there is one line.
            if (!IsOut) _log.ImportsNotSeen((failure as StrategyDatabaseException)?.Code ?? failure.GetType().Name);
            IsOut = true;
        }
    }
}
