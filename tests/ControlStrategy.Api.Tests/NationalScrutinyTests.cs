using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The police authority's pack, of the demonstration data that every new database has.</summary>
public sealed class NationalScrutinyTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Asked = "?period=2025/26&day=2026-03-31";

    [Fact]
    public async Task Its_figures_are_the_api_s()
    {
        var counts = await TableAsync("Counts");
        var data = await app.DataAsync("{ scorecard(period: \"2025/26\", level: NATION, measures: [\"demo-road-crime\"]) { rows { current { value } previous { value } change { percent } fiveYearMean { value } } } }");
        var row = data.GetProperty("scorecard").GetProperty("rows")[0];
        var shown = counts.GetProperty("rows").EnumerateArray().Single(cells => cells[0].GetString() == "Demonstration: Road crime");
        Assert.Equal(row.GetProperty("current").GetProperty("value").GetDouble(), shown[1].GetDouble());
        Assert.Equal(row.GetProperty("previous").GetProperty("value").GetDouble(), shown[2].GetDouble());
        Assert.Equal(row.GetProperty("change").GetProperty("percent").GetDouble(), shown[3].GetDouble());

        var work = await app.DataAsync("{ delivery(on: \"2026-03-31\") { objectives { objective { title } milestones { due overdue } } } }");
        Assert.Equal(
            work.GetProperty("delivery").GetProperty("objectives").EnumerateArray().Select(objective => $"{objective.GetProperty("objective").GetProperty("title")} {objective.GetProperty("milestones").GetProperty("due")} {objective.GetProperty("milestones").GetProperty("overdue")}"),
            (await TableAsync("Objectives")).GetProperty("rows").EnumerateArray().Select(cells => $"{cells[0]} {cells[2]} {cells[5]}"));
    }

    [Fact]
    public async Task Demonstration_data_are_named_on_the_cover_and_above_every_table_of_figures()
    {
        var report = await ReportAsync();
        Assert.Equal("Demonstration data, not statistics", report.GetProperty("status").GetString());
        foreach (var table in report.GetProperty("tables").EnumerateArray().Where(table => table.GetProperty("name").GetString() is not ("Notes" or "Definitions" or "Manifest")))
            Assert.Equal("Demonstration data, not statistics.", table.GetProperty("introduction")[0].GetString());
    }

    [Fact]
    public async Task The_workbook_is_valid_with_a_chart_on_each_sheet_that_has_one()
    {
        await using var file = new MemoryStream(await app.Client.GetByteArrayAsync(new Uri($"/reports/national-scrutiny.xlsx{Asked}", UriKind.Relative)));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(4, document.WorkbookPart!.WorksheetParts.Count(part => part.DrawingsPart?.ChartParts.Any() == true));
    }

    [Theory]
    [InlineData("?period=2025/26&day=yesterday", "INVALID_PARAMETER")]
    [InlineData("?period=2025/26", "INVALID_PARAMETER")]
    public async Task A_day_is_a_day(string asked, string code)
    {
        using var answer = await app.Client.GetAsync(new Uri($"/reports/national-scrutiny.json{asked}", UriKind.Relative));
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    private async Task<JsonElement> TableAsync(string name) =>
        (await ReportAsync()).GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("name").GetString() == name);

    private async Task<JsonElement> ReportAsync() =>
        JsonDocument.Parse(await app.Client.GetStringAsync(new Uri($"/reports/national-scrutiny.json{Asked}", UriKind.Relative))).RootElement;
}
