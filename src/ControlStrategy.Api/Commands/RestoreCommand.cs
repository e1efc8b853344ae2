using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;

namespace ControlStrategy.Api.Commands;

/// <summary><c>restore FILE</c>: puts a backup in the database's place and keeps what was there.</summary>
internal sealed class RestoreCommand : StrategyCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The backup." };

    public RestoreCommand() : base("restore", "Put a backup in the database's place; what is there now is kept in a file beside it.")
    {
        Arguments.Add(File);
        SetAction((parsed, cancellation) => RunAsync(parsed, async app =>
        {
            var database = app.Services.GetRequiredService<StrategyDatabase>();
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var file = parsed.GetRequiredValue(File);
            var kept = await database.RestoreAsync(file.FullName, now, cancellation);
            app.Services.CommandLog().BackupRestored();
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"{database.Location} is restored from {file.FullName}.");
            if (kept is not null) await output.WriteLineAsync($"What was there before is kept in {kept}.");
            return ExitCodes.Done;
        }));
    }
}
