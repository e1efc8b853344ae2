using System.Runtime.CompilerServices;
using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Checking;

/// <summary>Checks a database as it is at one moment; others may go on writing.</summary>
internal static class DatabaseCheck
{
    private static readonly StoredCheck[] Stored = [TotalChecks.Counts, TotalChecks.Populations, ActivityChecks.Figures, HistoryChecks.Imports, .. HistoryChecks.Chains];

    public static async IAsyncEnumerable<CheckResult> RunAsync(SqliteDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var context = new StrategyContext(
            (DbContextOptions<StrategyContext>)database.ConfigureReading(new DbContextOptionsBuilder<StrategyContext>()).Options);
        var checks = Checks(context).GetEnumerator();
        while (checks.MoveNext())
            yield return await GuardedAsync(database, checks.Current, cancellation);
    }

    private static IEnumerable<Func<CancellationToken, Task<CheckResult>>> Checks(StrategyContext context)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        yield return async cancellation =>
        {
            SqliteFaults.CheckPath(connection.DataSource);
            await context.Database.OpenConnectionAsync(cancellation);
            await context.BeginSnapshotAsync(cancellation);
            await SqliteProbe.CheckVersionAsync(connection, connection.DataSource, cancellation);
            return await FileChecks.IntegrityAsync(connection, cancellation);
        };
        yield return cancellation => FileChecks.ReferencesAsync(connection, cancellation);
        foreach (var check in Stored)
            yield return cancellation => check.RunAsync(connection, cancellation);
        yield return cancellation => new RuleChecks(context).RunAsync(cancellation);
    }

    private static async Task<CheckResult> GuardedAsync(
        SqliteDatabase database, Func<CancellationToken, Task<CheckResult>> check, CancellationToken cancellation)
    {
        try
        {
            return await check(cancellation);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(database.Path, cause);
        }
    }
}
