using ControlStrategy.GraphQL;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Definitions;

namespace ControlStrategy.Api.Reports;

/// <summary>Finds mistakes of a report's author before a reader does, without any figures.</summary>
internal sealed class ReportCheck(GraphQLEngine engine, ReportRun run)
{
    /// <summary>The reports there are.</summary>
    public IReadOnlyList<string> Names => run.OpenCatalogue().Names;

    /// <summary>
    /// Reads a report, asks its operations of the schema, and composes it of answers of the right shape: a way that leads nowhere is found.
    /// Operations are checked all; of the rest the first mistake is told.
    /// </summary>
    /// <param name="report">The report's name.</param>
    /// <param name="cancellation">Stops checking.</param>
    /// <returns>The mistakes, each with file and line; none where all is right.</returns>
    /// <exception cref="UnknownReportException">There is no such report.</exception>
    public async Task<IReadOnlyList<string>> MistakesAsync(string report, CancellationToken cancellation)
    {
        try
        {
            var definition = run.OpenCatalogue().Load(report);
            var mistakes = new List<string>();
            var composer = new ReportComposer((document, operation, variables, stop) => engine.SampleAsync(document, operation, variables, stop), new ManifestContext(""));
            await ComposeAsync(composer, definition, mistakes, cancellation);
            return mistakes;
        }
        catch (ReportDefinitionException mistake)
        {
            return [mistake.Message];
        }
    }

    private static async Task ComposeAsync(ReportComposer composer, ReportDefinition definition, List<string> mistakes, CancellationToken cancellation)
    {
        try
        {
            await composer.ComposeAsync(definition, definition.Parameters.Where(parameter => parameter.IsRequired).ToDictionary(parameter => parameter.Name, parameter => parameter.Sample), cancellation);
        }
        catch (ReportOperationException refused)
        {
            var file = definition.Operations.First(operation => operation.Name == refused.Operation).File;
            mistakes.AddRange(refused.Errors.Select(error => $"{definition.Name}/{file}{(error.Line is { } line ? FormattableString.Invariant($", line {line}") : "")}: {error.Message}"));
        }
    }
}
