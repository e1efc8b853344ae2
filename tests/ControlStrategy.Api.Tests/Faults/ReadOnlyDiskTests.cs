using Xunit;

namespace ControlStrategy.Api.Tests.Faults;

public sealed class ReadOnlyDiskTests : FaultTest
{
    [SkippableFact]
    public async Task An_import_into_a_database_it_may_not_write_is_refused_and_reads_go_on()
    {
        using var disk = new Disk(kilobytes: 32_768);
        var database = await PreparedDatabase.CopyToAsync(disk.Folder);
        await using var server = ProgramProcess.Serve(database);
        using var client = await server.ClientAsync();
        Assert.Equal(0, await ObservationsAsync(client));
        var seenReadOnly = Path.Combine(disk.ReadOnlyView(), Path.GetFileName(database));

        var refused = await ProgramProcess.RunAsync(Import(ManyFigures(), seenReadOnly));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"The database {seenReadOnly} is read-only. Let this user write", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, await ObservationsAsync(client));
    }

    [SkippableFact]
    public async Task A_server_started_on_a_database_it_may_not_write_is_refused_clearly()
    {
        using var disk = new Disk(kilobytes: 32_768);
        var database = await PreparedDatabase.CopyToAsync(disk.Folder);
        var seenReadOnly = Path.Combine(disk.ReadOnlyView(), Path.GetFileName(database));

        await using var server = ProgramProcess.Serve(seenReadOnly);
        var end = await server.EndAsync();
        Assert.Equal(1, end.ExitCode);
        Assert.Contains($"The database {seenReadOnly} cannot be opened. Check that it is there and that this user may read and write the file and its folder.", end.Error, StringComparison.Ordinal);
    }
}
