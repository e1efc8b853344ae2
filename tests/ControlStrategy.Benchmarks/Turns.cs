using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Benchmarks;

/// <summary>Runs what is measured in turns, so that what else the machine does meets all alike.</summary>
internal static class Turns
{
    public static async Task<double[]> MediansAsync(List<(string Name, Func<Task> Run)> measured, int rounds)
    {
        List<double>[] times = [.. measured.Select(_ => new List<double>())];
        for (var round = 0; round < rounds + 3; round++)
        {
            for (var i = 0; i < measured.Count; i++)
            {
                var watch = Stopwatch.StartNew();
                await measured[i].Run();
                // The first rounds warm the caches, and the compiler, up.
                if (round >= 3) times[i].Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        return [.. times.Select(of => of.Order().ElementAt(of.Count / 2))];
    }

    public static async Task AskAsync(HttpClient client, string query, object variables)
    {
        using var answer = await client.PostAsJsonAsync("/graphql", new { query, variables }, JsonSerializerOptions.Web);
        var text = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || text.AsSpan().IndexOf("\"errors\""u8) >= 0)
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(text.AsSpan(0, Math.Min(text.Length, 500))));
    }

    public static int Read(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the benchmarks.
        command.CommandText = text;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var sums = new List<(int, int, object, long)>();
        while (rows.Read())
            sums.Add((rows.GetInt32(0), rows.GetInt32(1), rows.GetValue(2), rows.GetInt64(3)));
        return sums.Count;
    }

    public static List<string> Column(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the benchmarks.
        command.CommandText = text;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
            values.Add(rows.GetString(0));
        return values;
    }
}
