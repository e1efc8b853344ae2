using System.Globalization;
using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Checking;

/// <summary>SQLite's own checks of a file.</summary>
internal static class FileChecks
{
    /// <summary>Whether pages, indexes and constraints are whole.</summary>
    public static async Task<CheckResult> IntegrityAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var pages = await connection.ReadAsync("PRAGMA page_count", cancellation);
        var found = await connection.ReadAsync($"PRAGMA integrity_check({CheckResult.MostFindings})", cancellation);
        if (found is ["ok"]) found = [];
        return new CheckResult("integrity of the file", "pages", long.Parse(pages[0], CultureInfo.InvariantCulture), found.Count, found);
    }

    /// <summary>Rows that refer to rows that do not exist.</summary>
    public static async Task<CheckResult> ReferencesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        const string Broken = """FROM pragma_foreign_key_check""";
        var relations = await connection.ReadAsync(
            "SELECT CAST(count(*) AS TEXT) FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) WHERE t.type = 'table'", cancellation);
        var wrong = await connection.ReadAsync($"SELECT CAST(count(*) AS TEXT) {Broken}", cancellation);
        var findings = await connection.ReadAsync(
            $"""SELECT format('%s %d refers to a row of %s that does not exist', "table", "rowid", "parent") {Broken} LIMIT {CheckResult.MostFindings}""",
            cancellation);
        return new CheckResult(
            "references", "relations", long.Parse(relations[0], CultureInfo.InvariantCulture), long.Parse(wrong[0], CultureInfo.InvariantCulture), findings);
    }
}
