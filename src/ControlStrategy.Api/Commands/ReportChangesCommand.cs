using System.CommandLine;
using ControlStrategy.Reporting.Comparing;

namespace ControlStrategy.Api.Commands;

/// <summary><c>report changes BEFORE AFTER</c>: the figures that differ between two packs of one report, with reasons.</summary>
internal sealed class ReportChangesCommand : StrategyCommand
{
    private static readonly Argument<FileInfo> Before = new("before") { Description = "The earlier workbook." };
    private static readonly Argument<FileInfo> After = new("after") { Description = "The later workbook, of the same report and parameters." };

    public ReportChangesCommand() : base("changes", "List what differs between two workbooks of one report. Ends with 0 where nothing does, else with 1.")
    {
        Arguments.Add(Before);
        Arguments.Add(After);
        SetAction((parsed, _) => RunAsync(parsed, _ => CompareAsync(parsed)));
    }

    private static async Task<int> CompareAsync(ParseResult parsed)
    {
        var comparison = new PackComparison(Read(parsed.GetRequiredValue(Before)), Read(parsed.GetRequiredValue(After)));
        return await PackChangeLines.WriteAsync(parsed.InvocationConfiguration.Output, comparison) == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Pack Read(FileInfo file)
    {
        using var content = file.OpenRead();
        return PackReader.Read(content, file.Name);
    }
}
