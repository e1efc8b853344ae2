using System.Globalization;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>Makes the sheets that every workbook ends with besides its definitions: the notes and the manifest.</summary>
internal sealed class BackMatter(ReportDefinition report, ReportAnswers answers, SheetBuilder builder)
{
    public SheetContent Notes(IReadOnlyList<SheetContent> figures)
    {
        var shorthand = SheetBuilder.ShorthandIn(figures.SelectMany(sheet => sheet.Rows)).ToList();
        List<CoverFact> notes =
        [
            .. report.Notes.Select(note => new CoverFact(note.Label, answers.Fill(note.Text))),
            .. shorthand.Select(used => new CoverFact($"Shorthand {used.Mark}", $"{used.Meaning}.")),
        ];
        if (shorthand.Count == 0)
            notes.Add(new("Shorthand", "None is used in this workbook."));
        if (report.Attribution is { } attribution)
            notes.Add(new("Attribution", attribution));
        var heading = new SheetHeading("Notes", "Notes on the figures", ["How the figures of this workbook were made."]);
        return Pairs(heading, ("Topic", "Note"), notes);
    }

    public SheetContent Manifest(ManifestContext context, ParameterValues parameters, IReadOnlyList<SheetContent> figures)
    {
        List<CoverFact> facts =
        [
            new("Report", report.Name),
            new("Report version", report.Version.ToString(CultureInfo.InvariantCulture)),
            // A moment chooses what was known, which is what "data as at" says of what was found.
            .. report.Parameters.Where(parameter => parameter.Type is not ParameterType.Moment).Select(parameter => new CoverFact($"Parameter {parameter.Name}", parameters.TextOf(parameter.Name))),
            new("Data as at", answers.DataAsAt()?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? Shorthand.NotAvailable.Mark),
            new("SHA-256 of the schema", context.SchemaSha256),
            new("SHA-256 of the report definition", report.Sha256),
            .. report.Operations.DistinctBy(asked => asked.File).Select(asked => new CoverFact($"SHA-256 of {asked.File}", asked.Sha256)),
            .. report.Sheets.Zip(figures, (definition, sheet) => new CoverFact($"Rows in {sheet.Name}", RowCount(definition))),
            new("SHA-256 of the data", answers.Sha256()),
        ];
        const string promise = "The same parameters and data give the same file, to the byte.";
        return Pairs(new SheetHeading("Manifest", "What this workbook was made from", [promise]), ("Item", "Value"), facts);
    }

    // Counted in the answer: a table without rows says so in a row of its own.
    private string RowCount(SheetDefinition sheet) => answers.Rows(sheet.Source).Count().ToString(CultureInfo.InvariantCulture);

    private SheetContent Pairs(SheetHeading heading, (string Left, string Right) headers, IEnumerable<CoverFact> pairs) => builder.Build(
        heading,
        [new ColumnContent(headers.Left, IsNumber: false), new ColumnContent(headers.Right, IsNumber: false)],
        [.. pairs.Select(pair => new RowContent([new TextCell(pair.Label), new TextCell(pair.Text)], IsEmphasised: false))]);
}
