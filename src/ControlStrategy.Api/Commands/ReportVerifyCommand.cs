using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Api.Reports;

namespace ControlStrategy.Api.Commands;

/// <summary><c>report verify FILE</c>: produces a pack again from what was known then, and tells whether it is the same file.</summary>
internal sealed class ReportVerifyCommand : StrategyCommand
{
    private static readonly Argument<FileInfo> Pack = new("file") { Description = "A workbook that this program produced." };

    public ReportVerifyCommand() : base("verify", "Produce a workbook again from what was known when it was made, and compare. Ends with 0 where it is the same to the byte, else with 1.")
    {
        Arguments.Add(Pack);
        SetAction((parsed, cancellation) => RunAsync(parsed, app => VerifyAsync(app, parsed, cancellation)));
    }

    private static async Task<int> VerifyAsync(WebApplication app, ParseResult parsed, CancellationToken cancellation)
    {
        await Preparation.PrepareAsync(app.Services, cancellation);
        var file = parsed.GetRequiredValue(Pack);
        await using var content = file.OpenRead();
        var verdict = await app.Services.GetRequiredService<ReportVerification>().VerifyAsync(content, file.Name, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        if (verdict.Matches)
        {
            await output.WriteLineAsync($"{file.Name} is the same to the byte.");
            return ExitCodes.Done;
        }
        await output.WriteLineAsync($"{file.Name} is NOT what is produced now.");
        await PackChangeLines.WriteAsync(output, verdict.Comparison);
        return ExitCodes.Failed;
    }
}
