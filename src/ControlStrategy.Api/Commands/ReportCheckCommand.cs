using System.CommandLine;
using ControlStrategy.Api.Reports;

namespace ControlStrategy.Api.Commands;

/// <summary><c>report check [NAME]</c>: finds mistakes in a report's definition and operations, of one report or of all.</summary>
internal sealed class ReportCheckCommand : StrategyCommand
{
    private static readonly Argument<string?> Report = new("report") { Description = "The report's name; without it, all reports are checked.", Arity = ArgumentArity.ZeroOrOne };

    public ReportCheckCommand() : base("check", "Check definitions of reports: their form, their operations against the schema, and every path against the operations. Ends with 1 where there is a mistake.")
    {
        Arguments.Add(Report);
        SetAction((parsed, cancellation) => RunAsync(parsed, app => CheckAsync(app, parsed, cancellation)));
    }

    private static async Task<int> CheckAsync(WebApplication app, ParseResult parsed, CancellationToken cancellation)
    {
        var check = app.Services.GetRequiredService<ReportCheck>();
        var (output, count) = (parsed.InvocationConfiguration.Output, 0);
        IReadOnlyList<string> names = parsed.GetValue(Report) is { } one ? [one] : check.Names;
        foreach (var name in names)
        {
            var mistakes = await check.MistakesAsync(name, cancellation);
            foreach (var mistake in mistakes)
                await output.WriteLineAsync(mistake);
            if (mistakes.Count == 0) await output.WriteLineAsync($"{name}: no mistakes");
            count += mistakes.Count;
        }
        return count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
