using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

/// <summary>Restores and backups killed as soon as they began to write.</summary>
public sealed class KilledRestoreTests : FaultTest
{
    private const int Kills = 5;

    [Fact]
    public async Task A_killed_restore_leaves_the_old_content_or_the_new_and_never_loses_either()
    {
        var database = await PreparedDatabase.CopyToAsync(Folder);
        var backup = Path.Combine(Folder, "backup", "backup.db");
        Directory.CreateDirectory(Path.GetDirectoryName(backup)!);
        Assert.Equal(0, (await ProgramProcess.RunAsync(["backup", backup, "--database", database])).ExitCode);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), database))).ExitCode);
        var (old, restored) = (PreparedDatabase.Digest(database), PreparedDatabase.Digest(backup));

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var restore = ProgramProcess.Start(["restore", backup, "--database", database]);
            await FirstAsync(restore, Folder, kill % 2 == 0 ? "*.restored" : "*.before-*");
            restore.Kill();
            await restore.EndAsync();
            Assert.Equal("ok", PreparedDatabase.Integrity(database));
            Assert.Contains(PreparedDatabase.Digest(database), new[] { old, restored });
        }
        Assert.Equal(0, (await ProgramProcess.RunAsync(["restore", backup, "--database", database])).ExitCode);
        Assert.Equal(restored, PreparedDatabase.Digest(database));
    }

    [Fact]
    public async Task A_killed_backup_leaves_no_target_and_the_next_one_succeeds()
    {
        var database = await PreparedDatabase.CopyToAsync(Folder);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), database))).ExitCode);
        var target = Path.Combine(Folder, "backup.db");
        for (var kill = 0; kill < Kills; kill++)
        {
            File.Delete(target);
            await using var backup = ProgramProcess.Start(["backup", target, "--database", database]);
            await FirstAsync(backup, Folder, "backup.db.*.part");
            backup.Kill();
            await backup.EndAsync();
            if (File.Exists(target)) Assert.Equal(PreparedDatabase.Digest(database), PreparedDatabase.Digest(target));
        }
        Assert.Equal(0, (await ProgramProcess.RunAsync(["backup", target, "--force", "--database", database])).ExitCode);
        Assert.Equal(PreparedDatabase.Digest(database), PreparedDatabase.Digest(target));
    }

    /// <summary>Waits until a file of a name appears, or the program has ended.</summary>
    private static async Task FirstAsync(ProgramProcess program, string folder, string name)
    {
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var files = new FileSystemWatcher(folder, name);
        files.Created += (_, _) => made.TrySetResult();
        files.EnableRaisingEvents = true;
        await Task.WhenAny(made.Task, program.EndAsync());
    }
}
