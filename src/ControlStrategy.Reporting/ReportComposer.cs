using System.Globalization;
using ControlStrategy.Reporting.Composing;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting;

/// <summary>Asks what a report asks, and sets out the answers. The same answers give the same content.</summary>
/// <param name="runOperation">Answers the report's operations.</param>
/// <param name="context">What the host adds to the manifest.</param>
public sealed class ReportComposer(RunOperation runOperation, ManifestContext context)
{
    /// <summary>Composes the content of a workbook.</summary>
    /// <param name="report">The report.</param>
    /// <param name="arguments">The parameters by name, as the reader wrote them. An empty one counts as not given.</param>
    /// <param name="cancellationToken">Stops between and within operations.</param>
    /// <exception cref="ReportParameterException">
    /// A parameter is missing, malformed, not the report's, or nothing is known about its value.
    /// </exception>
    /// <exception cref="ReportOperationException">An operation was answered with errors.</exception>
    /// <exception cref="ReportDefinitionException">The definition does not fit the answers.</exception>
    public async Task<ReportContent> ComposeAsync(
        ReportDefinition report, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var parameters = ParameterValues.Bind(report, arguments);
        var answers = new ReportAnswers(parameters, await OperationAnswers.RunAsync(report, parameters, runOperation, cancellationToken));
        RefuseEmptiness(report, answers);
        return Compose(report, parameters, answers);
    }

    private ReportContent Compose(ReportDefinition report, ParameterValues parameters, ReportAnswers answers)
    {
        var names = new SheetNames();
        names.TabName(CoverContent.TabName);
        var builder = new SheetBuilder(names);
        var tables = new TableComposer(report, answers, builder);
        var backMatter = new BackMatter(report, answers, builder);
        var figures = report.Sheets.Select(tables.Figures).ToList();
        return new ReportContent
        {
            Cover = Cover(report, answers, tables.ShowsDemonstrationData() ? ReportStatus.DemonstrationData : StatusOf(report, answers)),
            Sheets = [.. figures, backMatter.Notes(figures), tables.Definitions(), backMatter.Manifest(context, parameters, figures)],
            DataAsAt = answers.DataAsAt(),
        };
    }

    private static void RefuseEmptiness(ReportDefinition report, ReportAnswers answers)
    {
        if (report.Requires is { } required && answers.Rows(required.Rows).All(row => required.Value.Find(row) is null))
            throw new ReportWithoutFiguresException(answers.Fill(report.Title));
    }

    /// <summary>Official statistics are those of the named sources, and final; anything else among them makes it management information.</summary>
    private static string StatusOf(ReportDefinition report, ReportAnswers answers) =>
        report.Status == ReportStatus.OfficialStatistics && (answers.AnyProvisional() || answers.Sources().Except(report.OfficialSources, StringComparer.Ordinal).Any())
            ? ReportStatus.ManagementInformation
            : report.Status;

    private static CoverContent Cover(ReportDefinition report, ReportAnswers answers, string status) => new(
        answers.Fill(report.Title),
        Capitalised(status),
        [
            .. report.Cover.Select(fact => new CoverFact(fact.Label, answers.Fill(fact.Text))),
            new("Data as at", InWords(answers.DataAsAt())),
            new("Audience", report.Audience),
            new("Status", Capitalised(status)),
            .. answers.Sources() is { Count: > 0 } sources ? [new CoverFact("Sources", string.Join("; ", sources))] : Array.Empty<CoverFact>(),
            .. answers.AnyProvisional() ? [new CoverFact("Provisional", "Some of the figures are provisional and may change.")] : Array.Empty<CoverFact>(),
            new("Contact", report.Contact),
        ]);

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string InWords(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Shorthand.NotAvailable.Mark;
}
