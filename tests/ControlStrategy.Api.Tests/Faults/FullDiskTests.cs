using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

public sealed class FullDiskTests : FaultTest
{
    [SkippableFact]
    public async Task An_import_that_does_not_fit_writes_nothing_reads_go_on_and_with_more_room_it_succeeds()
    {
        using var disk = new Disk(kilobytes: 2_048);
        var database = await PreparedDatabase.CopyToAsync(disk.Folder);
        var before = PreparedDatabase.Digest(database);
        await using var server = ProgramProcess.Serve(database);
        using var client = await server.ClientAsync();
        Assert.Equal(0, await ObservationsAsync(client));

        var refused = await ProgramProcess.RunAsync(Import(ManyFigures(), database));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"The database {database} cannot grow: the disk is full", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, await ObservationsAsync(client));
        Assert.True((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
        Assert.Equal("ok", PreparedDatabase.Integrity(database));
        Assert.Equal(before, PreparedDatabase.Digest(database));

        disk.Resize(kilobytes: 32_768);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), database))).ExitCode);
        Assert.Equal(Many, await ObservationsAsync(client));
    }

    [SkippableFact]
    public async Task A_backup_that_does_not_fit_leaves_no_file()
    {
        using var disk = new Disk(kilobytes: 128);
        var target = Path.Combine(disk.Folder, "backup.db");
        var end = await ProgramProcess.RunAsync(["backup", target, "--database", await PreparedDatabase.CopyToAsync(Folder)]);
        Assert.Equal(1, end.ExitCode);
        Assert.Contains($"{target} cannot grow: the disk is full", end.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Folder));
    }

    [SkippableFact]
    public async Task A_restore_that_does_not_fit_leaves_the_database_as_it_was()
    {
        using var disk = new Disk(kilobytes: 1_024);
        var database = await PreparedDatabase.CopyToAsync(disk.Folder);
        var before = PreparedDatabase.Digest(database);
        var large = await PreparedDatabase.CopyToAsync(Folder);
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(ManyFigures(), large))).ExitCode);

        var end = await ProgramProcess.RunAsync(["restore", large, "--database", database]);
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("the disk is full", end.Error, StringComparison.Ordinal);
        Assert.Equal(before, PreparedDatabase.Digest(database));
        Assert.Equal([database], Directory.GetFiles(disk.Folder));
    }

    [SkippableFact]
    public async Task A_report_that_does_not_fit_leaves_no_file()
    {
        using var disk = new Disk(kilobytes: 4);
        var target = Path.Combine(disk.Folder, "pack.xlsx");
        var database = await PreparedDatabase.CopyToAsync(Folder);
        var figures = Path.Combine(Folder, "figures.csv");
        await File.WriteAllTextAsync(figures, "measure,area,period,value\nall-crimes,S12000033,2021/22,15781\n");
        Assert.Equal(0, (await ProgramProcess.RunAsync(Import(figures, database))).ExitCode);

        var end = await ProgramProcess.RunAsync(["report", "local-scrutiny", "--area", "S12000033", "--period", "2021/22", "--out", target, "--database", database]);
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("No space left", end.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Folder));
    }

    [SkippableFact]
    public async Task No_room_for_temporary_files_is_said_and_writes_nothing()
    {
        using var disk = new Disk(kilobytes: 64);
        var database = await PreparedDatabase.CopyToAsync(Folder);
        var end = await ProgramProcess.RunAsync(Import(ManyFigures(years: 190), database), ("SQLITE_TMPDIR", disk.Folder));
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("temporary files (SQLITE_TMPDIR)", end.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), PreparedDatabase.Counts(database));
    }
}
