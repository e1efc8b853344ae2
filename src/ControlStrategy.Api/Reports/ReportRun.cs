using System.Security.Cryptography;
using System.Text;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.GraphQL;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Xlsx;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Reports;

/// <summary>Produces a report: its operations run in this process against the same schema that clients ask.</summary>
internal sealed class ReportRun(GraphQLEngine engine, StrategySettings settings, IDbContextFactory<StrategyContext> contexts, IServiceProvider services)
{
    private const int Attempts = 5;
    private readonly Lazy<string> _schemaHash = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(engine.PrintSchema()))));

    public ReportCatalogue OpenCatalogue() => ReportCatalogue.Open(settings.ReportsFolder);

    /// <summary>The workbook, to be read from its first byte; the caller disposes it.</summary>
    /// <exception cref="ReportException">The report, a parameter or an answer is not right; the message is fit for the reader.</exception>
    public async Task<Stream> ProduceAsync(string report, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation) =>
        WorkbookWriter.Write(await ComposeAsync(report, arguments, cancellation));

    /// <summary>What the workbook says, before it is one.</summary>
    /// <exception cref="ReportException">The report, a parameter or an answer is not right; the message is fit for the reader.</exception>
    public async Task<ReportContent> ComposeAsync(string report, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        var definition = OpenCatalogue().Load(report);
        var composer = new ReportComposer(
            (document, operation, variables, stop) => engine.QueryAsync(document, operation, variables, services, stop),
            new ManifestContext(_schemaHash.Value));
        return await ComposeAsync(composer, definition, arguments, cancellation);
    }

    /// <summary>All operations of a report must see one state: when an import came in between, they are asked again.</summary>
    private async Task<ReportContent> ComposeAsync(ReportComposer composer, ReportDefinition definition, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await NewestImportAsync(cancellation);
            var content = await composer.ComposeAsync(definition, arguments, cancellation);
            if (await NewestImportAsync(cancellation) == before) return content;
        }
        throw new ReportException("Figures were imported all the while the report was made. Produce it again when the imports are done.");
    }

    private async Task<int?> NewestImportAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Imports.MaxAsync(import => (int?)import.Id, cancellation);
    }
}
