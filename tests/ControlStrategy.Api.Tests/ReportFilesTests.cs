using System.Net;
using System.Text.Json;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>Reports over HTTP: the list of them, and one as JSON and CSV.</summary>
public sealed class ReportFilesTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Asked = "?area=S12000033&period=2021/22";

    [Fact]
    public async Task The_catalogue_says_what_each_report_takes()
    {
        var reports = JsonDocument.Parse(await app.Client.GetStringAsync(new Uri("/reports", UriKind.Relative))).RootElement;
        var report = reports.EnumerateArray().Single(report => report.GetProperty("name").GetString() == "local-scrutiny");
        Assert.Equal(JsonValueKind.Null, report.GetProperty("problem").ValueKind);
        Assert.Equal(
            ["area areaCode True", "period financialYear True", "asAt moment False"],
            report.GetProperty("parameters").EnumerateArray().Select(parameter => $"{parameter.GetProperty("name")} {parameter.GetProperty("type")} {parameter.GetProperty("required").GetBoolean()}"));
    }

    [Fact]
    public async Task A_table_is_a_csv_file_and_the_report_json()
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value\nall-crimes,S12000033,2020/21,200\nall-crimes,S12000033,2021/22,150\n");
        using var csv = await app.Client.GetAsync(new Uri($"/reports/local-scrutiny/Summary.csv{Asked}", UriKind.Relative));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal("local-scrutiny-Summary-S12000033-2021-22.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\r\nAll crimes,150,200,-50,-25,[x],[x],", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var json = JsonDocument.Parse(await app.Client.GetStringAsync(new Uri($"/reports/local-scrutiny.json{Asked}", UriKind.Relative))).RootElement;
        Assert.Equal("Recorded crime in Aberdeen City, 2021/22", json.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/reports/local-scrutiny/Nothing.csv" + Asked, HttpStatusCode.NotFound, "UNKNOWN_SHEET")]
    [InlineData("/reports/nobody.json" + Asked, HttpStatusCode.NotFound, "UNKNOWN_REPORT")]
    [InlineData("/reports/local-scrutiny.json?area=S12000033", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("/reports/local-scrutiny.json" + Asked + "&asAt=yesterday", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("/reports/local-scrutiny.json" + Asked + "&asAt=1999-01-01", HttpStatusCode.NotFound, "NO_FIGURES")]
    public async Task What_is_asked_wrongly_is_refused_by_name(string address, HttpStatusCode status, string code)
    {
        await app.ImportAsync(ImportKind.Observations, "measure,area,period,value\nall-crimes,S12000033,2021/22,150\n");
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }
}
