using ControlStrategy.Data.Sqlite;

namespace ControlStrategy.Data;

/// <summary>The database behind <see cref="StrategyContext"/>, whatever its provider.</summary>
public sealed class StrategyDatabase
{
    private readonly SqliteDatabase _sqlite;

    internal StrategyDatabase(SqliteDatabase sqlite) => _sqlite = sqlite;

    /// <summary>Where the database is: for SQLite the full path of its file.</summary>
    public string Location => _sqlite.Path;

    /// <summary>
    /// Makes the database if there is none and brings its tables to this program's version, all or nothing.
    /// Safe when several processes start together; one that is killed leaves nothing behind.
    /// </summary>
    /// <param name="cancellationToken">Stops between steps and undoes them.</param>
    /// <returns>Whether anything had to be done.</returns>
    /// <exception cref="StrategyDatabaseException">It cannot be opened or made, is no database of this product, belongs to a newer
    /// version, or stays locked.</exception>
    public Task<bool> MigrateAsync(CancellationToken cancellationToken = default) =>
        SqliteMigrations.ApplyAsync(_sqlite, cancellationToken);
}
