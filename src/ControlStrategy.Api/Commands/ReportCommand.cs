using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Api.Reports;
using ControlStrategy.Data;
using ControlStrategy.Reporting;

namespace ControlStrategy.Api.Commands;

/// <summary><c>report NAME --parameter value … --out FILE</c>: the parameters are those of the report, also written <c>--as-at</c> for asAt.</summary>
internal sealed class ReportCommand : StrategyCommand
{
    private static readonly Argument<string> Report = new("report") { Description = "The report's name, such as local-scrutiny." };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The workbook to write.", Required = true };

    private static readonly Argument<string[]> Parameters = new("parameters")
    {
        Description = "The report's parameters, each as --name value, such as --area S12000033 --period 2021/22.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public ReportCommand() : base("report", "Produce a workbook.")
    {
        Arguments.Add(Report);
        Arguments.Add(Parameters);
        Options.Add(Out);
        Subcommands.Add(new ReportCheckCommand());
        Subcommands.Add(new ReportVerifyCommand());
        Subcommands.Add(new ReportChangesCommand());
        SetAction((parsed, cancellation) => RunAsync(parsed, async app =>
        {
            var arguments = Pairs(parsed.GetValue(Parameters) ?? []);
            await Preparation.PrepareAsync(app.Services, cancellation);
            var report = parsed.GetRequiredValue(Report);
            await using var workbook = await ProduceAsync(app, report, arguments, cancellation);
            var file = parsed.GetRequiredValue(Out);
            app.Services.CommandLog().ReportProduced(report, workbook.Length);
            await WholeFile.WriteAsync(file, target => workbook.CopyToAsync(target, cancellation));
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Report written to {file.FullName}");
            return ExitCodes.Done;
        }));
    }

    private static async Task<Stream> ProduceAsync(WebApplication app, string report, Dictionary<string, string> arguments, CancellationToken cancellation)
    {
        try
        {
            return await app.Services.GetRequiredService<ReportRun>().ProduceAsync(report, arguments, cancellation);
        }
        catch (ReportWithoutFiguresException empty)
        {
            // Often the command was called in another folder than the import.
            throw new ReportException($"{empty.Message} The database is {app.Services.GetRequiredService<StrategyDatabase>().Location}.", empty);
        }
    }

    private static Dictionary<string, string> Pairs(string[] words)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == words.Length)
                throw new ReportException($"'{words[i]}' is not understood: parameters are written --name value.");
            if (!pairs.TryAdd(ParameterOf(words[i][2..]), words[i + 1]))
                throw new ReportException($"The parameter '{words[i][2..]}' is given twice.");
        }
        return pairs;
    }

    // as-at is asAt.
    private static string ParameterOf(string option)
    {
        var parts = option.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select((part, place) => place == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
