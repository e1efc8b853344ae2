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
            throw Refuse("DATABASE_IS_FOLDER", path, $"is a folder. Name a file, for example {Path.Combine(path, "strategy.db")}.");
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
            throw Refuse(
                "DATABASE_FOLDER_MISSING", path, $"cannot be made: its folder {folder} does not exist. Make the folder or name another file.");
    }

    public static StrategyDatabaseException Refuse(string code, string path, string why, SqliteException? cause = null) =>
        new(code, $"The database {path} {why}", cause);

    public static StrategyDatabaseException Explain(string path, SqliteException cause)
    {
        var (code, why) = Words(cause);
        return Refuse(code, path, why, cause);
    }

    private static (string Code, string Why) Words(SqliteException cause) => cause.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => (
            "DATABASE_FOREIGN", "is not a SQLite database. Name another file, or move this one away to have a new one made."),
        SQLitePCL.raw.SQLITE_CORRUPT => ("DATABASE_DAMAGED", "is damaged. Restore it from a backup, or move it away to have a new one made."),
        SQLitePCL.raw.SQLITE_CANTOPEN => (
            "DATABASE_CANNOT_OPEN", "cannot be opened. Check that it is there and that this user may read and write the file and its folder."),
        SQLitePCL.raw.SQLITE_READONLY => (
            "DATABASE_READ_ONLY", "is read-only. Let this user write the file and its folder, or name another file."),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => (
            "DATABASE_LOCKED", "is locked by another program. End that program or try again later."),
        // SQLite does not tell the database's disk from that of its temporary files.
        SQLitePCL.raw.SQLITE_FULL => (
            "DATABASE_FULL", "cannot grow: the disk is full, its own or that of temporary files (SQLITE_TMPDIR). Free some space and start again."),
        SQLitePCL.raw.SQLITE_IOERR => (
            "DATABASE_DISK", $"cannot be read or written: {cause.Message} Check the disk and the space left on it."),
        _ => ("DATABASE_FAULT", $"cannot be used: {cause.Message}"),
    };
}
