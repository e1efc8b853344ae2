using ControlStrategy.Data;
using ControlStrategy.Data.Checking;

namespace ControlStrategy.Api.Commands;

/// <summary><c>check</c>: tells whether the stored data are whole and agree with one another.</summary>
internal sealed class CheckCommand : StrategyCommand
{
    public CheckCommand() : base("check", "Check the database: the file, references, totals against parts, imports, histories and rules.") =>
        SetAction((parsed, cancellation) => RunAsync(parsed, app => CheckAsync(app, parsed.InvocationConfiguration.Output, cancellation)));

    private static async Task<int> CheckAsync(WebApplication app, TextWriter output, CancellationToken cancellation)
    {
        var exitCode = ExitCodes.Done;
        await foreach (var result in app.Services.GetRequiredService<StrategyDatabase>().CheckAsync(cancellation))
        {
            await output.WriteLineAsync(FormattableString.Invariant($"{(result.Wrong == 0 ? "ok   " : "WRONG")} {result.Name}: {result.Compared:N0} {result.Unit}, {result.Wrong:N0} wrong"));
            await TellAsync(output, result);
            if (result.Wrong > 0) exitCode = ExitCodes.Failed;
        }
        return exitCode;
    }

    private static async Task TellAsync(TextWriter output, CheckResult result)
    {
        foreach (var finding in result.Findings)
            await output.WriteLineAsync($"      {finding}");
        if (result.Wrong > result.Findings.Count)
            await output.WriteLineAsync(FormattableString.Invariant($"      and {result.Wrong - result.Findings.Count:N0} more"));
    }
}
