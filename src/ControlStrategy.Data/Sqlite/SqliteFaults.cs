using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Says in words what is wrong with a database file, and what to do.</summary>
internal static class SqliteFaults
{
    /// <summary>Finds what SQLite itself reports only as "unable to open database file".</summary>
    /// <exception cref="StrategyDatabaseException">The path is a folder, or its folder does not exist.</exception>
    public static void CheckPath(string path)
    {
        if (Directory.Exists(path))
            throw Refuse(path, $"is a folder. Name a file, for example {Path.Combine(path, "strategy.db")}.");
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
            throw Refuse(path, $"cannot be made: its folder {folder} does not exist. Make the folder or name another file.");
    }

    public static StrategyDatabaseException Refuse(string path, string why, SqliteException? cause = null) =>
        new($"The database {path} {why}", cause);

    public static StrategyDatabaseException Explain(string path, SqliteException cause) => Refuse(path, Words(cause), cause);

    private static string Words(SqliteException cause) => cause.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => "is not a SQLite database. Name another file, or move this one away to have a new one made.",
        SQLitePCL.raw.SQLITE_CORRUPT => "is damaged. Restore it from a backup, or move it away to have a new one made.",
        SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened. Check that this user may read and write the file and its folder.",
        SQLitePCL.raw.SQLITE_READONLY => "is read-only. Let this user write the file and its folder, or name another file.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "is locked by another program. End that program or try again later.",
        SQLitePCL.raw.SQLITE_FULL => "cannot grow: the disk is full. Free some space and start again.",
        _ => $"cannot be used: {cause.Message}",
    };
}
