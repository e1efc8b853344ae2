using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Statements that need no EF; a connection's transaction is theirs as well.</summary>
internal static class SqliteStatements
{
    public static async Task ExecuteAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first column of every row, as text.</summary>
    public static async Task<List<string>> ReadAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }

    // A new command belongs to the connection's transaction by itself. Every text is a constant or EF's own script.
    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
