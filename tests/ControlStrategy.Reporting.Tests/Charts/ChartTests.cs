using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Xlsx;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Charts;

/// <summary>Native charts below a table, bound to its cells.</summary>
public sealed class ChartTests
{
    private const string OneChart = "    charts:\n      - kind: bar\n        title: Counts in {period}\n        category: measure.name\n        values: [current.value]\n";

    private static readonly FakeApi Answers = new FakeApi()
        .With(new ScorecardRow("one", "All") { Current = 1_200 })
        .With(new ScorecardRow("two", "First & \"second\"") { Current = 700 })
        .With(new ScorecardRow("three", "Third") { Current = null })
        .With(new ScorecardRow("four", "Fourth") { Current = 500 });

    [Theory]
    [InlineData("bar")]
    [InlineData("column")]
    [InlineData("line")]
    public async Task A_chart_is_valid_and_the_same_bytes_each_time(string kind)
    {
        var yaml = With(OneChart.Replace("kind: bar", $"kind: {kind}", StringComparison.Ordinal).Replace("[current.value]", "[current.value, rate.value]", StringComparison.Ordinal))
            .Replace("        unit: number\n", "", StringComparison.Ordinal);
        var first = (MemoryStream)WorkbookWriter.Write(await SmallReport.ComposeAsync(Answers, yaml));
        var second = (MemoryStream)WorkbookWriter.Write(await SmallReport.ComposeAsync(Answers, yaml));
        Assert.Equal(first.ToArray(), second.ToArray());
        using var document = SpreadsheetDocument.Open(first, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(2, Chart(document).Descendants<NumberReference>().Count());
    }

    [Fact]
    public async Task A_chart_is_bound_to_its_cells_and_leaves_out_what_stands_out_and_what_is_not_there()
    {
        using var document = SpreadsheetDocument.Open(WorkbookWriter.Write(await SmallReport.ComposeAsync(Answers, With(OneChart))), isEditable: false);
        var series = Chart(document).Descendants<BarChartSeries>().Single();
        var sheet = Sheet(document);
        var values = series.Descendants<NumberReference>().Single();
        Assert.Equal(CellsOf(sheet, "700", "500"), values.Formula!.Text);
        Assert.Equal([(0u, "700"), (2u, "500")], values.Descendants<NumericPoint>().Select(point => (point.Index!.Value, point.NumericValue!.Text)));
        Assert.Equal(["First & \"second\"", "Third", "Fourth"], series.Descendants<CategoryAxisData>().Single().Descendants<StringPoint>().Select(point => point.NumericValue!.Text));
        Assert.Equal("Counts in 2021/22", string.Concat(Chart(document).Descendants<Title>().First().Descendants<DocumentFormat.OpenXml.Drawing.Text>().Select(text => text.Text)));
    }

    [Fact]
    public async Task Those_who_do_not_see_a_chart_are_told_what_it_shows()
    {
        using var document = SpreadsheetDocument.Open(WorkbookWriter.Write(await SmallReport.ComposeAsync(Answers, With(OneChart))), isEditable: false);
        var told = Sheet(document).DrawingsPart!.WorksheetDrawing.Descendants<NonVisualDrawingProperties>().Single().Description!.Value;
        Assert.Equal(
            "Bar chart: Counts in 2021/22. Category: 3, from First & \"second\" to Fourth; for each This year (number). The largest figure is 700, This year (number), First & \"second\". The figures are in the table above.",
            told);
    }

    [Fact]
    public async Task Without_a_figure_there_is_no_chart()
    {
        var none = new[] { "two", "three", "four" }.Aggregate(new FakeApi(), (api, code) => api.With(new ScorecardRow(code, code) { Current = null }));
        Assert.Empty((await SmallReport.ComposeAsync(none, With(OneChart))).Sheets[0].Charts);
    }

    [Theory]
    [InlineData("kind: bar", "kind: pie", "charts[0].kind", "'pie' is not one of: bar, column, line")]
    [InlineData("category: measure.name", "category: measure.title", "charts[0].category", "no column of the table has the path 'measure.title'; there are: measure.name, current.value")]
    [InlineData("category: measure.name", "category: current.value", "charts[0].category", "holds numbers, where categories have names")]
    [InlineData("values: [current.value]", "values: [measure.name]", "charts[0].values[0]", "holds texts, where a chart needs numbers")]
    [InlineData("values: [current.value]", "values: [current.value, change.percent]", "charts[0].values[1]", "a chart has one unit")]
    [InlineData("values: [current.value]", "values: []", "charts[0].values", "at least one entry")]
    [InlineData("title: Counts in {period}", "title: Counts in {perod}", "charts[0].title", "'perod' names no parameter")]
    [InlineData("title: Counts in {period}", "titel: Counts", "charts[0].titel", "unknown key")]
    public void A_mistake_in_a_chart_names_its_key(string right, string wrong, string key, string problem)
    {
        using var report = SmallReport.Write(With(OneChart.Replace(right, wrong, StringComparison.Ordinal)));
        var mistake = Assert.Throws<ReportDefinitionException>(() => ReportCatalogue.Open(report.Folder).Load("small"));
        Assert.Equal($"sheets[0].{key}", mistake.Place.Key);
        Assert.Contains(problem, mistake.Message, StringComparison.Ordinal);
    }

    private static string With(string charts) => SmallReport.Yaml
        .Replace("\nnotes:\n", charts + "\nnotes:\n", StringComparison.Ordinal)
        .Replace("measures: [one, two]", "measures: [one, two, three, four]", StringComparison.Ordinal);

    private static WorksheetPart Sheet(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts.Single(part => part.DrawingsPart is not null);

    private static ChartSpace Chart(SpreadsheetDocument document) => Sheet(document).DrawingsPart!.ChartParts.Single().ChartSpace;

    /// <summary>The cells of a column from one value to another.</summary>
    private static string CellsOf(WorksheetPart sheet, string first, string last)
    {
        string[] cells = [.. new[] { first, last }.Select(value => sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single(cell => cell.CellValue?.Text == value && cell.DataType?.Value != DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString).CellReference!.Value!)];
        return $"'Counts'!${cells[0][0]}${cells[0][1..]}:${cells[1][0]}${cells[1][1..]}";
    }
}
