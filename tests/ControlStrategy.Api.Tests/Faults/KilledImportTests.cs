using System.Globalization;
using ControlStrategy.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>The import of the published file, killed at random moments.</summary>
public sealed class KilledImportTests(ITestOutputHelper told) : FaultTest
{
    private const int Kills = 20;

    [SkippableFact]
    public async Task A_killed_import_leaves_all_or_nothing_and_the_next_one_completes_it()
    {
        var file = PublishedData.Find(PublishedData.RecordedCrime);
        var seed = Environment.GetEnvironmentVariable("KILL_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        told.WriteLine($"Seed {seed}; the same again with KILL_SEED={seed}.");
        var random = new Random(seed);
        var (undisturbed, whole, writing) = await UndisturbedAsync(file);

        told.WriteLine($"Undisturbed it takes {whole}, of which it writes for {writing}.");
        var database = await PreparedDatabase.CopyToAsync(Folder);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var import = ProgramProcess.Start(Import(file, database, "recorded-crime"));
            // By turns anywhere in the whole course, and after the first page was written: there mostly early, while the log grows.
            var share = (kill / 2 + random.NextDouble()) / (Kills / 2);
            await (kill % 2 == 0 ? Task.Delay(whole * share) : LateAsync(import, database, writing * share * share * share));
            import.Kill();
            await import.EndAsync();
            var log = new FileInfo(database + "-wal") is { Exists: true } left ? left.Length : 0;
            var (imports, observations) = PreparedDatabase.Counts(database);
            told.WriteLine($"{kill}: a log of {log} bytes, {imports} imports, {observations} observations");
            Assert.Equal("ok", PreparedDatabase.Integrity(database));
            Assert.Contains((imports, observations), new[] { (0L, 0L), (1L, 38_847L) });
            if (imports == 1) await PreparedDatabase.CopyToAsync(Folder);
        }

        var end = await ProgramProcess.RunAsync(Import(file, database, "recorded-crime"));
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(undisturbed, PreparedDatabase.Digest(database));
    }

    /// <summary>The digest an import that nobody disturbs gives, and how long it takes, whole and from its first page.</summary>
    private async Task<(string Digest, TimeSpan Whole, TimeSpan Writing)> UndisturbedAsync(string file)
    {
        var database = await PreparedDatabase.CopyToAsync(Directory.CreateDirectory(Path.Combine(Folder, "undisturbed")).FullName);
        var start = TimeProvider.System.GetTimestamp();
        await using var import = ProgramProcess.Start(Import(file, database, "recorded-crime"));
        await WriteAheadLog.GrowsAsync(database, import);
        var first = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, (await import.EndAsync()).ExitCode);
        return (PreparedDatabase.Digest(database), TimeProvider.System.GetElapsedTime(start), TimeProvider.System.GetElapsedTime(first));
    }

    private static async Task LateAsync(ProgramProcess import, string database, TimeSpan delay)
    {
        await WriteAheadLog.GrowsAsync(database, import);
        await Task.Delay(delay);
    }
}
