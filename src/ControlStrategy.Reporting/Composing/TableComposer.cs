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
        if (rows.Exists(IsDemonstration))
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
        var things = AllRows().Select(row => glossary.Path.Find(row)).OfType<JsonElement>();
        const string introduction = "What each figure of this workbook counts, and where it comes from.";
        return builder.Build(
            new SheetHeading("Definitions", "Definitions of the figures", [introduction]),
            Columns(glossary.Columns),
            [.. things.DistinctBy(thing => glossary.Key.Find(thing)?.ToString()).Select(thing => Row(glossary.Columns, thing))]);
    }

    /// <summary>Whether any figure of the workbook is demonstration data.</summary>
    public bool ShowsDemonstrationData() => AllRows().Any(IsDemonstration);

    private IEnumerable<JsonElement> AllRows() => report.Sheets.SelectMany(sheet => answers.Rows(sheet.Source));

    private bool IsDemonstration(JsonElement row) =>
        report.Definitions.Demonstration is { } demonstration
        && report.Definitions.Path.Find(row) is { } thing
        && demonstration.Find(thing)?.ValueKind == JsonValueKind.True;

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
