using System.Text.Json;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>Makes the sheets whose rows come from the answers: the figures, and the definitions of what they show.</summary>
internal sealed class TableComposer(ReportDefinition report, ReportAnswers answers, SheetBuilder builder)
{
    public SheetContent Figures(SheetDefinition sheet)
    {
        var rows = answers.Rows(sheet.Source).ToList();
        var introduction = sheet.Introduction.Select(answers.Fill);
        if (rows.Exists(row => IsDemonstration(sheet, row)))
            introduction = introduction.Prepend("Demonstration data, not statistics.");
        var table = builder.Build(
            new SheetHeading(answers.Fill(sheet.Name), answers.Fill(sheet.Title), [.. introduction]),
            Columns(sheet.Columns),
            [.. rows.Select(row => Row(sheet.Columns, row) with { IsEmphasised = IsEmphasised(sheet.Emphasis, row) })]);
        return table with { Charts = [.. sheet.Charts.Select(chart => ChartComposer.Of(chart, TextCell.Harmless(answers.Fill(chart.Title)), table)).OfType<ChartContent>()] };
    }

    public SheetContent Definitions()
    {
        var glossary = report.Definitions;
        var things = report.Sheets.Where(ShowsDefined).SelectMany(sheet => answers.Rows(sheet.Source)).Select(row => glossary.Path.Find(row)).OfType<JsonElement>();
        const string introduction = "What each figure of this workbook counts, and where it comes from.";
        return builder.Build(
            new SheetHeading("Definitions", "Definitions of the figures", [introduction]),
            Columns(glossary.Columns),
            [.. things.DistinctBy(thing => glossary.Key.Find(thing)?.ToString()).Select(thing => Row(glossary.Columns, thing))]);
    }

    /// <summary>Whether any figure of the workbook is demonstration data.</summary>
    public bool ShowsDemonstrationData() => report.Sheets.Any(sheet => answers.Rows(sheet.Source).Any(row => IsDemonstration(sheet, row)));

    private bool IsDemonstration(SheetDefinition sheet, JsonElement row) =>
        sheet.Demonstration?.Find(row)?.ValueKind == JsonValueKind.True
        || (ShowsDefined(sheet)
            && report.Definitions.Demonstration is { } demonstration
            && report.Definitions.Path.Find(row) is { } thing
            && demonstration.Find(thing)?.ValueKind == JsonValueKind.True);

    /// <summary>Whether a column of the sheet shows something of the things that are defined.</summary>
    private bool ShowsDefined(SheetDefinition sheet) =>
        sheet.Columns.Any(column => column.Path.Fields.Take(report.Definitions.Path.Fields.Count).SequenceEqual(report.Definitions.Path.Fields, StringComparer.Ordinal));

    private List<ColumnContent> Columns(IReadOnlyList<ColumnDefinition> definitions)
    {
        var columns = new List<ColumnContent>();
        foreach (var definition in definitions)
        {
            var header = answers.Fill(definition.Header) + (definition.Unit is { } unit ? $" ({unit})" : "");
            if (columns.Exists(column => string.Equals(column.Header, header, StringComparison.OrdinalIgnoreCase)))
                throw new ReportDefinitionException(definition.Path.Place, $"two columns of the table have the header '{header}'");
            columns.Add(new ColumnContent(header, definition.Format.IsNumber));
        }

        return columns;
    }

    private static RowContent Row(IReadOnlyList<ColumnDefinition> columns, JsonElement row) =>
        new([.. columns.Select(column => CellComposer.Compose(column, row))], IsEmphasised: false);

    private static bool IsEmphasised(EmphasisDefinition? emphasis, JsonElement row) =>
        emphasis?.Path.Find(row) is { } value && emphasis.Values.Contains(value.ToString(), StringComparer.Ordinal);
}
