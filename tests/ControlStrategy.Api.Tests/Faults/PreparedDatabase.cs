using System.Security.Cryptography;
using System.Text;
using ControlStrategy.Api.Composition;
using Microsoft.Data.Sqlite;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>A new database without demonstration data, made once; tests get copies, and look into them without the program.</summary>
internal static class PreparedDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    public static async Task<string> CopyToAsync(string folder)
    {
        var file = Path.Combine(folder, "strategy.db");
        foreach (var rest in new[] { "-wal", "-shm" })
            File.Delete(file + rest);
        await File.WriteAllBytesAsync(file, await Made.Value);
        return file;
    }

    public static string Integrity(string file) => Rows(file, "PRAGMA integrity_check").Single();

    public static (long Imports, long Observations) Counts(string file) =>
        (long.Parse(Rows(file, "SELECT count(*) FROM Imports").Single(), null), long.Parse(Rows(file, "SELECT count(*) FROM Observations").Single(), null));

    /// <summary>A digest of every table without the moments at which rows were recorded: two runs of the same imports have the same.</summary>
    public static string Digest(string file)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Rows(file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
        {
            var columns = Rows(file, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') WHERE name NOT IN ('RecordedAt', 'SupersededAt')");
            foreach (var row in Rows(file, $"SELECT json_array({string.Join(", ", columns)}) FROM \"{table}\" ORDER BY 1"))
                digest.AppendData(Encoding.UTF8.GetBytes($"{table} {row}\n"));
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static List<string> Rows(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("control-strategy-prepared-").FullName;
        try
        {
            var file = Path.Combine(folder, "strategy.db");
            await using (var app = Application.Compose(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Strategy"] = $"Data Source={file};Pooling=False",
                ["Content:Demonstration"] = "false",
            }))
                await Preparation.PrepareAsync(app.Services, CancellationToken.None);
            Rows(file, "PRAGMA wal_checkpoint(TRUNCATE)");
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
