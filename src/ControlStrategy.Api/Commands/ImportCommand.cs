using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Api.Commands;

/// <summary><c>import KIND FILE…</c>: takes figures in, each file whole or not at all.</summary>
internal sealed class ImportCommand : StrategyCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The CSV files.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Write the good rows although others are rejected." };

    public ImportCommand() : base("import", "Import figures from CSV files.")
    {
        Add("recorded-crime", ImportKind.RecordedCrime, "A statistics.gov.scot cube of recorded crimes and offences.");
        Add("population", ImportKind.Population, "Mid-year populations: area_code, mid_year, population_all_ages, population_16_and_over.");
        Add("observations", ImportKind.Observations, "Our own format: measure, area, period, value, and optionally numerator, denominator, status.");
    }

    private void Add(string name, ImportKind kind, string description)
    {
        var command = new Command(name, description) { Files, AcceptValid };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, app => ImportAsync(app, kind, parsed, cancellation)));
        Subcommands.Add(command);
    }

    private static async Task<int> ImportAsync(WebApplication app, ImportKind kind, ParseResult parsed, CancellationToken cancellation)
    {
        await Preparation.PrepareAsync(app.Services, cancellation);
        var importer = app.Services.GetRequiredService<Importer>();
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var exitCode = ExitCodes.Done;
        foreach (var file in parsed.GetRequiredValue(Files))
        {
            var progress = new ImportProgress(error);
            var options = new ImportOptions
            {
                AcceptValid = parsed.GetValue(AcceptValid),
                RowsRead = progress.Show,
                Rejected = rejected => progress.WriteLine(rejected.ToString()),
            };
            try
            {
                var report = await importer.ImportAsync(kind, file, options, cancellation);
                progress.Clear();
                app.Services.CommandLog().ImportEnded(report);
                await output.WriteLineAsync(ImportSummary.Of(report));
                if (!report.IsImported) exitCode = ExitCodes.Failed;
            }
            catch (ImportException refused)
            {
                // One bad file does not keep the others out.
                app.Services.CommandLog().ImportRefused(kind, refused.Code);
                progress.WriteLine(refused.Message);
                exitCode = ExitCodes.Failed;
            }
        }
        return exitCode;
    }
}
