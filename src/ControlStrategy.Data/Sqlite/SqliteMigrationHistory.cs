using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ControlStrategy.Data.Sqlite;

/// <summary>Which migrations a file has had. Read without EF: a start that finds nothing to do then builds no second model.</summary>
internal sealed class SqliteMigrationHistory(SqliteConnection connection)
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table'";
    private const string Applied = $"SELECT MigrationId FROM {HistoryRepository.DefaultTableName} ORDER BY MigrationId";

    /// <summary>This program's migrations, oldest first.</summary>
    private static readonly string[] Known =
    [
        .. from type in typeof(SqliteMigrationHistory).Assembly.GetTypes()
           where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteMigrationContext)
           let migration = type.GetCustomAttribute<MigrationAttribute>()
           where migration is not null
           orderby migration.Id
           select migration.Id,
    ];

    public async Task<bool> IsCompleteAsync(CancellationToken cancellationToken) =>
        Known.SequenceEqual(await AppliedAsync(cancellationToken), StringComparer.Ordinal);

    public async Task<string?> LastAsync(CancellationToken cancellationToken) => (await AppliedAsync(cancellationToken)).LastOrDefault();

    /// <summary>Checks that the tables of the file are this program's, of this version or an older one.</summary>
    /// <exception cref="StrategyDatabaseException">They are another program's, or a newer version's.</exception>
    public async Task CheckOursAsync(string path, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(cancellationToken);
        if (applied.Except(Known).FirstOrDefault() is { } unknown)
            throw SqliteFaults.Refuse(
                "DATABASE_NEWER", path, $"is of a newer version of this program: it has {unknown}. Use that one or name another file.");
        if (applied.Count == 0 && (await connection.ReadAsync(Tables, cancellationToken)).Count > 0)
            throw SqliteFaults.Refuse(
                "DATABASE_FOREIGN", path, "belongs to another program: it has tables this one did not make. Name another file.");
    }

    private async Task<List<string>> AppliedAsync(CancellationToken cancellationToken) =>
        (await connection.ReadAsync(Tables, cancellationToken)).Contains(HistoryRepository.DefaultTableName)
            ? await connection.ReadAsync(Applied, cancellationToken)
            : [];
}
