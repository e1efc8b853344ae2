using ControlStrategy.Reporting.Comparing;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Tests.Reports;
using ControlStrategy.Reporting.Xlsx;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Comparing;

/// <summary>What differs between two packs of one report, cell by cell, with reasons.</summary>
public sealed class PackComparisonTests
{
    private static readonly ScorecardRow AllCrimes = new("all-crimes", "All crimes");

    [Fact]
    public async Task A_pack_is_read_back_as_it_was_written()
    {
        var pack = await PackAsync(AllCrimes);
        Assert.Equal("local-scrutiny", pack.Report);
        Assert.Equal([("area", "S12000033"), ("period", "2021/22")], pack.Parameters.Select(parameter => (parameter.Key, parameter.Value)));
        Assert.Equal(DateTimeOffset.Parse("2026-03-14T09:30:12.345Z", null), pack.DataAsAt);
        var summary = pack.Tables[0];
        Assert.Equal("Summary", summary.Sheet);
        Assert.Equal("This year, 2021/22 (number)", summary.Headers[1]);
        var row = summary.Rows.Single(cells => cells[0].Text == "All crimes");
        Assert.Equal([new PackCell("All crimes", false), new PackCell("120", true), new PackCell("100", true), new PackCell("20", true), new PackCell("0.2", true)], row.Take(5));
        Assert.DoesNotContain(pack.Tables, table => table.Sheet == "Manifest");
    }

    [Fact]
    public async Task The_same_figures_differ_in_nothing()
    {
        var comparison = new PackComparison(await PackAsync(AllCrimes), await PackAsync(AllCrimes));
        Assert.Empty(comparison.Changes());
        Assert.Empty(comparison.Making);
    }

    [Fact]
    public async Task One_corrected_figure_names_what_it_moved_and_nothing_else()
    {
        var changes = new PackComparison(await PackAsync(AllCrimes), await PackAsync(AllCrimes with { Current = 130 })).Changes().ToList();
        Assert.All(changes, change => Assert.Equal(("Summary", "All crimes", PackChangeReason.Revised), (change.Sheet, change.Row, change.Reason)));
        Assert.Equal(
            ["This year, 2021/22 (number)", "Change on last year (number)", "Change on last year (%)", "Change against five-year mean (%)", "Rate (per 10,000 population)"],
            changes.Select(change => change.Column));
        Assert.Equal(("120", "130"), (changes[0].Before, changes[0].After));
    }

    [Theory]
    [InlineData(null, 7.0, PackChangeReason.LateData)]
    [InlineData(7.0, null, PackChangeReason.Withdrawn)]
    public async Task A_figure_that_came_late_or_went_is_told_from_a_corrected_one(double? before, double? after, PackChangeReason reason)
    {
        var comparison = new PackComparison(await PackAsync(AllCrimes with { Previous = before }), await PackAsync(AllCrimes with { Previous = after }));
        var change = comparison.Changes().Single(change => change.Column == "Last year (number)");
        Assert.Equal((before?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "[x]", reason), (change.Before, change.Reason));
    }

    [Fact]
    public void Rows_that_begin_alike_are_told_apart_by_their_place()
    {
        var before = Made([["a", "b"], ["a", "c"]]);
        var after = Made([["a", "b"], ["a", "d"], ["e", "f"]]);
        var changes = new PackComparison(before, after).Changes().ToList();
        Assert.Equal([("a", "c", "d", PackChangeReason.Reworded), ("e", null, "e; f", PackChangeReason.NewRow)], changes.Select(change => (change.Row, change.Before, change.After, change.Reason)));
        Assert.Equal([PackChangeReason.Reworded, PackChangeReason.RowGone], new PackComparison(after, before).Changes().Select(change => change.Reason));
    }

    [Fact]
    public void Another_definition_is_named_and_is_the_reason_of_all()
    {
        var comparison = new PackComparison(Made([["a", "b"]], version: "1"), Made([["a", "c"]], version: "2"));
        Assert.Equal(["Report version"], comparison.Making);
        Assert.Equal(PackChangeReason.Definition, Assert.Single(comparison.Changes()).Reason);
    }

    [Fact]
    public void Packs_of_other_parameters_are_not_compared()
    {
        var refused = Assert.Throws<PackException>(() => new PackComparison(Made([], area: "S12000033"), Made([], area: "S12000034")));
        Assert.Equal("The packs have different values of the parameter 'area': 'S12000033' and 'S12000034'.", refused.Message);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("PK\u0003\u0004 and then nothing")]
    public void What_is_no_workbook_is_said_so(string text)
    {
        using var file = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text));
        Assert.StartsWith("x.xlsx cannot be read as a workbook", Assert.Throws<PackException>(() => PackReader.Read(file, "x.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_of_another_program_has_no_manifest()
    {
        using var file = new MemoryStream();
        using (var workbook = new ClosedXML.Excel.XLWorkbook())
        {
            workbook.AddWorksheet("Sheet1").Cell(1, 1).SetValue("1");
            workbook.SaveAs(file);
        }
        Assert.Contains("no manifest", Assert.Throws<PackException>(() => PackReader.Read(file, "x.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_called_manifest_does_not_make_a_report()
    {
        using var file = new MemoryStream();
        using (var workbook = new ClosedXML.Excel.XLWorkbook())
        {
            var sheet = workbook.AddWorksheet("Manifest");
            foreach (var (row, text) in new[] { "Item", "Anything", "Else" }.Index())
                sheet.Cell(row + 1, 1).SetValue(text).CellRight().SetValue($"{text} of it");
            sheet.Range(1, 1, 3, 2).CreateTable("tblManifest");
            workbook.SaveAs(file);
        }
        Assert.Contains("no manifest", Assert.Throws<PackException>(() => PackReader.Read(file, "x.xlsx")).Message, StringComparison.Ordinal);
    }

    private static async Task<Pack> PackAsync(ScorecardRow row)
    {
        await using var workbook = WorkbookWriter.Write(await LocalScrutinyReport.ComposeAsync(new FakeApi().With(row)));
        return PackReader.Read(workbook, "pack.xlsx");
    }

    private static Pack Made(string[][] rows, string version = "1", string area = "S12000033") => new(
        new Dictionary<string, string> { ["Report"] = "r", ["Report version"] = version, ["Parameter area"] = area, ["SHA-256 of the data"] = $"{rows.Length}" },
        [new PackTable("Sheet", ["One", "Two"], [.. rows.Select(row => (IReadOnlyList<PackCell>)[.. row.Select(text => new PackCell(text, false))])])]);
}
