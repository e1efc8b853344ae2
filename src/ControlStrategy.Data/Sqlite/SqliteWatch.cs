using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Tells whether a database was written to, by whichever process, at the price of reading one number.</summary>
internal sealed class SqliteWatch(SqliteDatabase database) : IAsyncDisposable
{
    private const int LongestWaitSeconds = 1;

    // A connection goes on reading a file that was replaced by another: now and then a new one looks whether it was.
    private const int LooksPerConnection = 40;

    private SqliteConnection? _connection;
    private string? _version;
    private int _looks;

    /// <summary>Whether anything may have been written since the last look; true at the first one.</summary>
    /// <exception cref="StrategyDatabaseException">The database cannot be read now; the next look begins anew.</exception>
    public async Task<bool> HasChangedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_looks++ % LooksPerConnection == 0) await CloseAsync();
            _connection ??= await database.OpenAsync(SqliteOpenMode.ReadOnly, LongestWaitSeconds, cancellationToken);
            // Differs between two looks of one connection if another one committed in between.
            var version = (await _connection.ReadAsync("PRAGMA data_version", cancellationToken)).Single();
            if (version == _version) return false;
            _version = version;
            return true;
        }
        catch (SqliteException cause)
        {
            await CloseAsync();
            throw SqliteFaults.Explain(database.Path, cause);
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask CloseAsync()
    {
        _version = null;
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
    }
}
