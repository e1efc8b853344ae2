using ControlStrategy.Data.Sqlite;

namespace ControlStrategy.Data;

/// <summary>Tells, cheaply and as often as it is asked, whether a database was written to by any process. For one caller at a time.</summary>
public sealed class DatabaseWatch : IAsyncDisposable
{
    private readonly SqliteWatch _sqlite;

    internal DatabaseWatch(SqliteWatch sqlite) => _sqlite = sqlite;

    /// <summary>Whether anything may have been written since the last call; true at the first one, and now and then without need.</summary>
    /// <param name="cancellationToken">Stops before asking.</param>
    /// <exception cref="StrategyDatabaseException">The database cannot be read now. A later call may find it back, and says true then.</exception>
    public Task<bool> HasChangedAsync(CancellationToken cancellationToken = default) => _sqlite.HasChangedAsync(cancellationToken);

    /// <summary>Closes its connection.</summary>
    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}
