namespace ControlStrategy.Api.Tests.Faults;

/// <summary>The file beside a database into which a transaction is written when it is committed.</summary>
internal static class WriteAheadLog
{
    /// <summary>Waits until it has content, or the program that should write has ended.</summary>
    public static async Task GrowsAsync(string database, ProgramProcess program)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var log = new FileSystemWatcher(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "-wal")
        {
            NotifyFilter = NotifyFilters.Size | NotifyFilters.LastWrite,
        };
        log.Changed += (_, change) =>
        {
            // Making the empty file is told as a change as well.
            if (new FileInfo(change.FullPath) is { Exists: true, Length: > 0 }) written.TrySetResult();
        };
        log.EnableRaisingEvents = true;
        await Task.WhenAny(written.Task, program.EndAsync());
    }
}
