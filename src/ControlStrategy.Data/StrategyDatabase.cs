using ControlStrategy.Data.Checking;
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

    /// <summary>
    /// Copies the database, as it is at one moment, into one file, while others read and write. The copy is checked, and appears whole or
    /// not at all. The key that signs cursors is a secret and not part of it.
    /// </summary>
    /// <param name="target">The file to write.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="cancellationToken">Stops between steps; no target appears then.</param>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="StrategyDatabaseException">The target exists, its folder does not, its disk is full; or the database is missing,
    /// damaged or not this product's.</exception>
    public Task<long> BackupAsync(string target, bool overwrite, CancellationToken cancellationToken = default) =>
        SqliteBackup.WriteAsync(_sqlite, Path.GetFullPath(target), overwrite, cancellationToken);

    /// <summary>
    /// Puts a backup in the database's place and brings it to this program's version, in one transaction. What is there now is kept in a
    /// file beside it first. A server may go on meanwhile; a restore that is killed leaves the database as it was.
    /// </summary>
    /// <param name="backup">The backup.</param>
    /// <param name="now">The time, which becomes part of the kept file's name.</param>
    /// <param name="cancellationToken">Stops between steps; the database is then as it was.</param>
    /// <returns>Where the content that was replaced is kept; null where there was none.</returns>
    /// <exception cref="StrategyDatabaseException">The backup is missing, damaged, not this product's or of a newer version; or the
    /// database stays locked, or the disk is full. The database is as it was.</exception>
    public async Task<string?> RestoreAsync(string backup, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var kept = FormattableString.Invariant($"{Location}.before-{now.UtcDateTime:yyyyMMdd-HHmmssfff}");
        var restore = new SqliteRestore(_sqlite, kept);
        return await restore.RunAsync(SqliteDatabase.At(Path.GetFullPath(backup)), cancellationToken) ? kept : null;
    }

    /// <summary>Checks the file, its references, totals against parts, imports against rows, histories and every noun's rules, all of
    /// one moment. Writes nothing.</summary>
    /// <param name="cancellationToken">Stops between checks.</param>
    /// <returns>One result after the other as each check ends.</returns>
    /// <exception cref="StrategyDatabaseException">The database is missing, not this product's, of another version, or too damaged to be
    /// read on.</exception>
    public IAsyncEnumerable<CheckResult> CheckAsync(CancellationToken cancellationToken = default) =>
        DatabaseCheck.RunAsync(_sqlite, cancellationToken);

    /// <summary>Asks the database one cheap question, and waits 3 seconds at most for the answer.</summary>
    /// <param name="cancellationToken">Stops before asking.</param>
    /// <exception cref="StrategyDatabaseException">It does not answer, or its tables are not of this version.</exception>
    public Task ProbeAsync(CancellationToken cancellationToken = default) => SqliteProbe.AskWithinBoundAsync(_sqlite, cancellationToken);

    /// <summary>Begins to watch for what any process writes; opens nothing yet.</summary>
    public DatabaseWatch Watch() => new(new SqliteWatch(_sqlite));
}
