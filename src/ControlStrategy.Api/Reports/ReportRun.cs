using System.Security.Cryptography;
using System.Text;
using ControlStrategy.Api.Composition;
using ControlStrategy.GraphQL;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Xlsx;

namespace ControlStrategy.Api.Reports;

/// <summary>Produces a report: its operations run in this process against the same schema that clients ask.</summary>
internal sealed class ReportRun(GraphQLEngine engine, StrategySettings settings, IServiceProvider services)
{
    private readonly Lazy<string> _schemaHash = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(engine.PrintSchema()))));

    public ReportCatalogue OpenCatalogue() => ReportCatalogue.Open(settings.ReportsFolder);

    /// <summary>The workbook, to be read from its first byte; the caller disposes it.</summary>
    /// <exception cref="ReportException">The report, a parameter or an answer is not right; the message is fit for the reader.</exception>
    public async Task<Stream> ProduceAsync(string report, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var definition = OpenCatalogue().Load(report);
        var composer = new ReportComposer(
            (document, operation, variables, stop) => engine.QueryAsync(document, operation, variables, services, stop),
            new ManifestContext(_schemaHash.Value));
        ReportContent content = await composer.ComposeAsync(definition, arguments, cancellation);
        return WorkbookWriter.Write(content);
    }
}
