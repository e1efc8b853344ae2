using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;

namespace ControlStrategy.Api.Commands;

/// <summary><c>backup FILE</c>: copies the database while others use it.</summary>
internal sealed class BackupCommand : StrategyCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The file to write." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file if it is there already." };

    public BackupCommand() : base("backup", "Copy the database into one checked file, also while a server or an import uses it.")
    {
        Arguments.Add(File);
        Options.Add(Force);
        SetAction((parsed, cancellation) => RunAsync(parsed, async app =>
        {
            var file = parsed.GetRequiredValue(File);
            var bytes = await app.Services.GetRequiredService<StrategyDatabase>().BackupAsync(file.FullName, parsed.GetValue(Force), cancellation);
            app.Services.CommandLog().BackupWritten(bytes);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(FormattableString.Invariant($"Backup written to {file.FullName} ({bytes:N0} bytes)."));
            return ExitCodes.Done;
        }));
    }
}
