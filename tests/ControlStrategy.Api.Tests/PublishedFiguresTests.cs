using System.Net;
using System.Text;
using System.Text.Json;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The application after the published files were imported.</summary>
public sealed class PublishedApp : RunningApp
{
    protected override async Task FillAsync()
    {
        if (!PublishedData.Exists(PublishedData.RecordedCrime)) return;
        var importer = Services.GetRequiredService<Importer>();
        await importer.ImportAsync(ImportKind.RecordedCrime, PublishedData.Find(PublishedData.RecordedCrime), new ImportOptions());
        await importer.ImportAsync(ImportKind.Population, PublishedData.Find(PublishedData.Population), new ImportOptions());
    }
}

/// <summary>Figures that were computed independently from the published files, through API and workbook.</summary>
public sealed class PublishedFiguresTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    // The reader asks for the code page of old workbooks, whatever it reads.
    static PublishedFiguresTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [SkippableFact]
    public async Task The_api_gives_the_published_counts()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var data = await app.DataAsync("""
            query ($areas: [String]) { observations(order: [{ area: { name: ASC } }, { periodStart: DESC }], where: {
                measure: { code: { eq: "all-crimes" } }, area: { code: { in: $areas } }, periodStart: { gte: "2020-04-01" }, grain: { eq: YEAR } }) { nodes { area { name } value } } }
            """, new { areas = new[] { "S12000033", "S12000036" } });
        Assert.Equal([15_781, 14_281, 32_032, 32_673], data.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("value").GetInt32()));
    }

    [SkippableTheory]
    [InlineData("S12000033", 15_781, 14_281, 10.5, 15_128.6, 4.3, 626.7, 227_560)]
    [InlineData("S12000036", 32_032, 32_673, -2.0, 36_694.2, -12.7, 734.3, 518_500)]
    public async Task The_scorecard_gives_the_published_comparisons(string area, double current, double previous, double change, double mean, double meanChange, double rate, int population)
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var data = await app.DataAsync("""
            query ($area: String!) {
                now: scorecard(period: "2021/22", areas: [$area], measures: ["all-crimes"]) { rows { current { value } previous { value } change { percent } fiveYearMean { value } fiveYearChange { percent } rate { populationYear } } }
                then: scorecard(period: "2018/19", areas: [$area], measures: ["all-crimes"]) { rows { rate { value population populationYear } } } }
            """, new { area });
        var row = data.GetProperty("now").GetProperty("rows")[0];
        Assert.Equal(current, Number(row, "current", "value"));
        Assert.Equal(previous, Number(row, "previous", "value"));
        Assert.Equal(change, Number(row, "change", "percent"), 1);
        Assert.Equal(mean, Number(row, "fiveYearMean", "value"), 6);
        Assert.Equal(meanChange, Number(row, "fiveYearChange", "percent"), 1);
        Assert.Equal(2018, Number(row, "rate", "populationYear"));
        var earlier = data.GetProperty("then").GetProperty("rows")[0];
        Assert.Equal(rate, Number(earlier, "rate", "value"), 1);
        Assert.Equal(population, Number(earlier, "rate", "population"));
    }

    [SkippableFact]
    public async Task The_funnel_of_all_crimes_has_the_overall_rate_and_dispersion_computed_independently()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var funnel = (await app.DataAsync("""
            { funnel(measure: "all-crimes", period: "2018/19", level: COUNCIL_AREA) { overall { value observed exposure areaCount dispersion widened } rows { area { name } populationYear word outside998 } } }
            """)).GetProperty("funnel");
        var overall = funnel.GetProperty("overall");
        Assert.Equal(562.143, Number(overall, "value"), 3);
        Assert.Equal(369.86, Number(overall, "dispersion"), 2);
        Assert.Equal(32, Number(overall, "areaCount"));
        Assert.True(overall.GetProperty("widened").GetBoolean());
        Assert.All(funnel.GetProperty("rows").EnumerateArray(), row => Assert.Equal(2018, Number(row, "populationYear")));
    }

    /// <summary>Housebreaking in Edinburgh, 2014/15 to 2015/16, beside Falkirk, Angus and South Ayrshire; of the three areas that ran most like it before, two are neighbours. Counts of the published file.</summary>
    [SkippableFact]
    public async Task An_evaluation_of_published_counts_reads_as_a_cautious_analyst_writes_it()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        const string asked = "measure: \"crimes-group-3-housebreaking\", before: \"2014/15\", after: \"2015/16\", treated: [\"S12000036\"]";
        var similar = (await app.DataAsync($"{{ evaluation({asked}, suggest: 3) {{ similarAreas {{ area {{ code }} }} }} }}")).GetProperty("evaluation").GetProperty("similarAreas");
        Assert.Equal(["S12000010", "S12000014", "S12000019"], similar.EnumerateArray().Select(one => one.GetProperty("area").GetProperty("code").GetString()).Order(StringComparer.Ordinal));
        var evaluation = (await app.DataAsync($$"""
            { evaluation({{asked}}, comparison: ["S12000014", "S12000028", "S12000041"]) { verdict indicative conclusions } }
            """)).GetProperty("evaluation");
        Assert.Equal("CONSISTENT_WITH_NO_EFFECT", evaluation.GetProperty("verdict").GetString());
        Assert.True(evaluation.GetProperty("indicative").GetBoolean());
        Snapshot.Match(string.Join("\n", evaluation.GetProperty("conclusions").EnumerateArray().Select(sentence => sentence.GetString())));
    }

    [SkippableFact]
    public async Task The_readmes_example_answers_what_it_says()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var readme = Checkout.Read("README.md");
        var answer = await app.AskAsync(Block(readme, "graphql"));
        Assert.Equal(JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Block(readme, "json"))), JsonSerializer.Serialize(answer));
    }

    [SkippableFact]
    public async Task Councils_add_up_to_the_nation()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var data = await app.DataAsync("{ scorecard(period: \"2021/22\", measures: [\"all-crimes\"]) { rows { current { value } } } }");
        Assert.Equal(286_464, data.GetProperty("scorecard").GetProperty("rows")[0].GetProperty("current").GetProperty("value").GetInt32());
    }

    [SkippableTheory]
    [InlineData("S12000033", "2021/22", "Aberdeen City", 15_781, 0.105, 0.043, 693.49)]
    [InlineData("S12000036", "2021/22", "City of Edinburgh", 32_032, -0.020, -0.127, 617.78)]
    [InlineData("S12000033", "2018/19", "Aberdeen City", 14_261, null, null, 626.69)]
    [InlineData("S12000036", "2018/19", "City of Edinburgh", 38_076, null, null, 734.35)]
    public async Task The_workbook_shows_the_published_figures(string area, string period, string name, double current, double? change, double? meanChange, double rate)
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var bytes = await app.Client.GetByteArrayAsync(new Uri($"/reports/local-scrutiny.xlsx?area={area}&period={period}", UriKind.Relative));
        using var file = new MemoryStream(bytes);
        using var reader = ExcelReaderFactory.CreateReader(file);
        Assert.Contains(Sheet(reader), row => row.Any(cell => cell is string text && text.Contains(name, StringComparison.Ordinal)));
        Assert.True(reader.NextResult());
        var allCrimes = Sheet(reader).First(row => row[0] is "All crimes");
        Assert.Equal(current, allCrimes[1]);
        Assert.Equal(rate, (double)allCrimes[7]!, 2);
        Assert.Equal(2018.0, allCrimes[8]);
        if (change is { } percent) Assert.Equal(percent, (double)allCrimes[4]!, 3);
        if (meanChange is { } meanPercent) Assert.Equal(meanPercent, (double)allCrimes[6]!, 3);
    }

    [SkippableFact]
    public async Task The_workbook_is_valid_and_the_same_each_time()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var address = new Uri("/reports/local-scrutiny.xlsx?area=S12000033&period=2021/22", UriKind.Relative);
        var first = await app.Client.GetByteArrayAsync(address);
        Assert.Equal(first, await app.Client.GetByteArrayAsync(address));
        using var document = SpreadsheetDocument.Open(new MemoryStream(first), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [SkippableFact]
    public async Task A_former_code_finds_its_council()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var former = await app.Client.GetByteArrayAsync(new Uri("/reports/local-scrutiny.xlsx?area=S12000015&period=2021/22", UriKind.Relative));
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(former));
        Assert.Contains(Sheet(reader), row => row.Contains("Fife (S12000047)"));
    }

    [SkippableFact]
    public async Task A_year_without_population_is_marked_not_refused()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var bytes = await app.Client.GetByteArrayAsync(new Uri("/reports/local-scrutiny.xlsx?area=S12000033&period=1996/97", UriKind.Relative));
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        reader.NextResult();
        Assert.Contains("[x]", Sheet(reader).First(row => row[0] is "All crimes"));
    }

    [Theory]
    [InlineData("/reports/no-such.xlsx", HttpStatusCode.NotFound, "UNKNOWN_REPORT")]
    [InlineData("/reports/local-scrutiny.xlsx?period=2021/22", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12000033&period=twenty", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12000033&period=2021/23", HttpStatusCode.BadRequest, "INVALID_PERIOD")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12999999&period=2021/22", HttpStatusCode.NotFound, "UNKNOWN_VALUE")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S92000003&period=2021/22", HttpStatusCode.NotFound, "UNKNOWN_VALUE")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12000033&period=2021/22 Q1", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12000033&period=2030/31", HttpStatusCode.NotFound, "NO_FIGURES")]
    [InlineData("/reports/local-scrutiny.xlsx?area=S12000033&period=2021/22&colour=red", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    public async Task A_report_that_cannot_be_has_a_clear_refusal(string address, HttpStatusCode status, string code)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, text);
        Assert.Equal(code, JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString());
    }

    private static double Number(JsonElement row, string figure, string member) => Number(row.GetProperty(figure), member);

    private static double Number(JsonElement figure, string member) => figure.GetProperty(member).GetDouble();

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static List<object?[]> Sheet(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
