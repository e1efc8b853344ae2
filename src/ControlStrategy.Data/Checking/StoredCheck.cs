using System.Globalization;
using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Data.Checking;

/// <summary>A check that one SQL query makes.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Unit">What is compared, in the plural.</param>
/// <param name="Rows">Gives a row for everything compared: <c>Wrong</c>, 0 or 1, and <c>Finding</c>, what it is in words.</param>
internal sealed record StoredCheck(string Name, string Unit, string Rows)
{
    public async Task<CheckResult> RunAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var counts = await connection.ReadAsync($"SELECT count(*) || ' ' || coalesce(sum(\"Wrong\"), 0) FROM ({Rows})", cancellation);
        long[] numbers = [.. counts[0].Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        var findings = numbers[1] == 0
            ? []
            : await connection.ReadAsync($"SELECT \"Finding\" FROM ({Rows}) WHERE \"Wrong\" LIMIT {CheckResult.MostFindings}", cancellation);
        return new CheckResult(Name, Unit, numbers[0], numbers[1], findings);
    }
}
