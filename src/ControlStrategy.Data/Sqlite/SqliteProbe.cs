using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Asks a database whether it can answer, without waiting long and without making it.</summary>
internal static class SqliteProbe
{
    private const int LongestWaitSeconds = 1;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    /// <exception cref="StrategyDatabaseException">It does not answer in time, or its tables are not of this version.</exception>
    public static async Task AskWithinBoundAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            // SQLite works synchronously: on a thread of its own it can be left behind when the time is up.
            await Task.Run(() => AskAsync(database, cancellationToken), cancellationToken).WaitAsync(LongestAnswer, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw SqliteFaults.Refuse("DATABASE_SLOW", database.Path, $"did not answer within {LongestAnswer.TotalSeconds} seconds. Look at its disk.");
        }
    }

    private static async Task AskAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            // Not from the pool: a pooled connection still reads a file that was deleted.
            await using var connection = await database.OpenAsync(SqliteOpenMode.ReadOnly, LongestWaitSeconds, cancellationToken);
            await CheckVersionAsync(connection, database.Path, cancellationToken);
            await connection.ReadAsync("SELECT \"Code\" FROM \"Strategies\" LIMIT 1", cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(database.Path, cause);
        }
    }

    /// <exception cref="StrategyDatabaseException">The tables are another program's, or of another version of this one.</exception>
    public static async Task CheckVersionAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        var history = new SqliteMigrationHistory(connection);
        await history.CheckOursAsync(path, cancellationToken);
        if (!await history.IsCompleteAsync(cancellationToken))
            throw SqliteFaults.Refuse("DATABASE_OLDER", path, "is of an older version of this program, or new. A server or an import brings it to this one.");
    }
}
