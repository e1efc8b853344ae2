using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>Several processes at work on one database.</summary>
public sealed class TogetherTests : FaultTest
{
    [Fact]
    public async Task Two_processes_that_import_at_once_both_succeed_one_after_the_other()
    {
        var database = await PreparedDatabase.CopyToAsync(Folder);
        string[] files = [ManyFigures("first.csv"), ManyFigures("second.csv", added: 1)];
        var ends = await Task.WhenAll(files.Select(file => ProgramProcess.RunAsync(Import(file, database))));

        Assert.All(ends, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.Single(ends, end => end.Output.Contains("13,440 new", StringComparison.Ordinal));
        Assert.Single(ends, end => end.Output.Contains("13,440 corrected", StringComparison.Ordinal));
        await PassesAsync(database);
    }

    [Fact]
    public async Task Two_processes_that_import_the_same_file_at_once_import_it_once()
    {
        var database = await PreparedDatabase.CopyToAsync(Folder);
        var file = ManyFigures();
        var ends = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ProgramProcess.RunAsync(Import(file, database))));

        Assert.All(ends, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.Single(ends, end => end.Output.Contains("the same file was imported", StringComparison.Ordinal));
        Assert.Equal((1, Many), PreparedDatabase.Counts(database));
    }

    [SkippableFact]
    public async Task A_backup_taken_during_an_import_restores_to_a_state_that_passes_the_check()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows cannot halt a process.");
        var database = await PreparedDatabase.CopyToAsync(Folder);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), database))).ExitCode);
        await using var import = ProgramProcess.Start(Import(ManyFigures("corrected.csv", added: 1), database));
        await WriteAheadLog.GrowsAsync(database, import);
        import.Pause();
        var backup = Path.Combine(Folder, "backup.db");
        var taken = await ProgramProcess.RunAsync(["backup", backup, "--database", database]);
        import.Resume();
        Assert.Equal((0, ""), (taken.ExitCode, taken.Error));
        Assert.Equal(0, (await import.EndAsync()).ExitCode);

        var restored = Path.Combine(Folder, "restored.db");
        Assert.Equal(0, (await ProgramProcess.RunAsync(["restore", backup, "--database", restored])).ExitCode);
        Assert.Contains(PreparedDatabase.Counts(restored), new[] { (1L, Many), (2L, 2L * Many) });
        await PassesAsync(restored);
    }

    [Fact]
    public async Task A_restore_while_a_server_runs_is_seen_by_its_next_query()
    {
        var database = await PreparedDatabase.CopyToAsync(Folder);
        await using var server = ProgramProcess.Serve(database);
        using var client = await server.ClientAsync();
        Assert.Equal(0, await ObservationsAsync(client));
        var backup = Path.Combine(Folder, "backup.db");
        Assert.Equal(0, (await ProgramProcess.RunAsync(["backup", backup, "--database", database])).ExitCode);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), database))).ExitCode);
        Assert.Equal(Many, await ObservationsAsync(client));

        var restore = await ProgramProcess.RunAsync(["restore", backup, "--database", database]);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Error));
        Assert.Equal(0, await ObservationsAsync(client));
        Assert.Equal((1, Many), PreparedDatabase.Counts(Directory.GetFiles(Folder, "strategy.db.before-*").Single(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))));
    }

    private static async Task PassesAsync(string database)
    {
        var check = await ProgramProcess.RunAsync(["check", "--database", database]);
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
    }
}
