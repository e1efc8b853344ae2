using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using ControlStrategy.Reporting.Xlsx;
using ControlStrategy.Testing;
using ControlStrategy.Testing.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Reports;

public sealed class LocalScrutinyTests
{
    private static readonly string[] SummaryOnly = ["all-crimes", "all-offences", "crimes-coronavirus-restrictions"];

    [SkippableFact]
    public void Every_recorded_crime_category_stands_in_exactly_one_table_besides_the_summary()
    {
        var lines = File.ReadAllLines(PublishedData.Find(PublishedData.RecordedCrime));
        var column = Array.IndexOf(lines[0].Split(','), "CrimeOrOffence");
        var published = lines.Skip(1).Select(line => line.Split(',')[column]).ToHashSet(StringComparer.Ordinal);

        var grouped = Enumerable.Range(1, 8).SelectMany(group => LocalScrutinyReport.CodesOf($"group{group}")).ToList();

        Assert.Equal(60, published.Count);
        Assert.Equal(published.Except(SummaryOnly).Order(StringComparer.Ordinal), grouped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_summary_has_what_stands_in_no_group_and_the_total_of_each_group()
    {
        var totals = Enumerable.Range(1, 8).Select(group => LocalScrutinyReport.CodesOf($"group{group}").First());

        Assert.Equal(
            SummaryOnly.Concat(totals).Order(StringComparer.Ordinal),
            LocalScrutinyReport.CodesOf("summary").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_figure_is_defined_once()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());

        var codes = content.Sheets.Single(sheet => sheet.Name == "Definitions").Rows.Select(row => ((TextCell)row.Cells[1]).Text).ToList();

        Assert.Equal(60, codes.Count);
        Assert.Equal(60, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("Aberdeen City", 15_781, 14_281, 15_128.6, "15,781|14,281|+1,500|+10.5%|15,128.6|+4.3%")]
    [InlineData("City of Edinburgh", 32_032, 32_673, 36_694.2, "32,032|32,673|-641|-2.0%|36,694.2|-12.7%")]
    public async Task A_change_is_shown_with_its_sign(string area, double current, double previous, double mean, string shown)
    {
        var api = new FakeApi { AreaName = area }
            .With(new ScorecardRow("all-crimes", "All crimes") { Current = current, Previous = previous, FiveYearMean = mean });

        var allCrimes = (await LocalScrutinyReport.ComposeAsync(api)).Sheets[0].Rows[0];

        Assert.True(allCrimes.IsEmphasised);
        Assert.Equal(shown, string.Join('|', allCrimes.Cells.Skip(1).Take(6).Select(CellText.Shown)));
    }

    [Theory]
    [InlineData(14_261, 227_560, "626.7")]
    [InlineData(38_076, 518_500, "734.3")]
    public async Task A_rate_is_shown_with_the_year_of_its_population(double current, int population, string rate)
    {
        var api = new FakeApi().With(new ScorecardRow("all-crimes", "All crimes") { Current = current, Population = population });

        var allCrimes = (await LocalScrutinyReport.ComposeAsync(api)).Sheets[0].Rows[0];

        Assert.Equal([rate, "2018"], allCrimes.Cells.Skip(7).Select(CellText.Shown));
    }

    [Fact]
    public async Task A_missing_population_makes_the_rate_not_available_and_is_no_error()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());

        var sexualCrimes = content.Sheets.Single(sheet => sheet.Name == "Group 2").Rows[0];

        Assert.Equal(["[x]", "[x]"], sexualCrimes.Cells.Skip(7).Select(CellText.Shown));
    }

    [Fact]
    public async Task Figures_of_the_publisher_are_official_statistics()
    {
        var content = await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen());

        Assert.Equal("Official statistics", content.Cover.Status);
        Assert.DoesNotContain(content.Cover.Facts, fact => fact.Label == "Provisional");
    }

    [Fact]
    public async Task Figures_of_others_and_provisional_ones_are_not_called_official_statistics()
    {
        var others = await LocalScrutinyReport.ComposeAsync(new FakeApi { Sources = ["Management information, april.csv", "Scottish Government, Recorded Crimes and Offences"] });
        var provisional = await LocalScrutinyReport.ComposeAsync(new FakeApi { IsProvisional = true });

        Assert.Equal("Management information", others.Cover.Status);
        Assert.Contains(others.Cover.Facts, fact => fact.Label == "Sources" && fact.Text.StartsWith("Management information, april.csv; ", StringComparison.Ordinal));
        Assert.Equal("Management information", provisional.Cover.Status);
        Assert.Contains(provisional.Cover.Facts, fact => fact.Label == "Provisional");
    }

    [Fact]
    public async Task A_pack_without_a_figure_is_not_made()
    {
        var api = LocalScrutinyReport.CodesOf("summary").Aggregate(new FakeApi(), (fake, code) => fake.With(new ScorecardRow(code, code) { Current = null }));

        var refused = await Assert.ThrowsAsync<ReportWithoutFiguresException>(() => LocalScrutinyReport.ComposeAsync(api));

        Assert.Contains("Aberdeen City, 2021/22", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_notes_carry_the_attribution_to_the_letter()
    {
        var sources = await File.ReadAllTextAsync(PublishedData.Find("SOURCES.md"));

        var content = await LocalScrutinyReport.ComposeAsync(new FakeApi());

        var attribution = ((TextCell)content.Sheets.Single(sheet => sheet.Name == "Notes").Rows[^1].Cells[1]).Text;
        Assert.Contains($"\"{attribution}\"", sources, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_no_validation_errors_and_the_same_bytes_each_time()
    {
        var first = (MemoryStream)WorkbookWriter.Write(await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen()));
        var second = (MemoryStream)WorkbookWriter.Write(await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen()));

        Assert.Equal(first.ToArray(), second.ToArray());
        using var document = SpreadsheetDocument.Open(first, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => error.Description));
    }

    [Fact]
    public async Task The_workbook_is_what_was_reviewed()
    {
        var workbook = WorkbookWriter.Write(await LocalScrutinyReport.ComposeAsync(LocalScrutinyReport.Aberdeen()));

        Snapshot.Match(WorkbookText.Of(workbook, "Cover", "Summary", "Group 2", "Notes"));
    }
}
