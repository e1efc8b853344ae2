using System.CommandLine;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Api.Commands;

/// <summary><c>import KIND FILE…</c>: takes files in, each whole or not at all. <c>--template NAME</c> prints one to fill in.</summary>
internal sealed class ImportCommand : StrategyCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "The files: CSV, gzipped CSV or XLSX.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Write the good rows although others are rejected." };

    private static readonly Option<string?> Template = Named("--template", "Print a CSV file to fill in instead of importing");
    private static readonly Option<string?> Columns = Named("--columns", "Print what the columns mean, as a table in Markdown");

    public ImportCommand() : base("import", "Import figures, areas and the strategy's work, or print what a file looks like.")
    {
        Options.Add(Template);
        Options.Add(Columns);
        SetAction(Print);
        foreach (var template in ImportTemplate.All)
            Add(template);
    }

    private static string Names => string.Join(", ", ImportTemplate.All.Select(template => template.Name));

    private static Option<string?> Named(string name, string description) =>
        new Option<string?>(name) { Description = $"{description}." }
            .AcceptOnlyFromAmong([.. ImportTemplate.All.Select(template => template.Name)]);

    private static int Print(ParseResult parsed)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if ((parsed.GetValue(Template) ?? parsed.GetValue(Columns)) is not { } name)
        {
            error.WriteLine($"Say what to import: {Names}. See import --help.");
            return ExitCodes.NotUnderstood;
        }

        var asked = ImportTemplate.Find(name)!;
        output.Write(parsed.GetValue(Template) is null ? asked.Table : asked.Csv);
        return ExitCodes.Done;
    }

    private void Add(ImportTemplate template)
    {
        var columns = string.Join(", ", template.Columns.Select(column => column.IsRequired ? column.Name : $"[{column.Name}]"));
        var command = new Command(template.Name, $"{template.Description} Columns: {columns}.") { Files, AcceptValid };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, app => ImportAsync(app, template.Kind, parsed, cancellation)));
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
                Limits = app.Services.GetRequiredService<StrategySettings>().Imports.Limits,
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
