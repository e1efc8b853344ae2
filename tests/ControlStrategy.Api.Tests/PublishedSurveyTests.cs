using System.Globalization;
using System.Text.Json;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The application after the published survey and ward files were imported.</summary>
public sealed class SurveyedApp : RunningApp
{
    public Dictionary<ImportKind, ImportReport> Reports { get; } = [];

    protected override async Task FillAsync()
    {
        await ImportAsync(ImportKind.Survey, PublishedData.Survey);
        await ImportAsync(ImportKind.Areas, PublishedData.Wards);
    }

    private async Task ImportAsync(ImportKind kind, string file)
    {
        if (PublishedData.Exists(file))
            Reports[kind] = await Services.GetRequiredService<Importer>().ImportAsync(kind, PublishedData.Find(file), new ImportOptions());
    }
}

/// <summary>Survey and wards as published, through the API.</summary>
public sealed class PublishedSurveyTests(SurveyedApp app) : IClassFixture<SurveyedApp>
{
    [SkippableFact]
    public async Task All_rows_of_the_survey_are_accounted_for_and_the_import_tells_how()
    {
        PublishedData.Find(PublishedData.Survey);
        var report = app.Reports[ImportKind.Survey];
        // Seven national estimates were held in whole per cent.
        Assert.Equal((7_224, 7_217, 7, 0, 0), (report.Read, report.New, report.Corrected, report.Unchanged, report.Rejected));
        var data = await app.DataAsync("""
            { imports(where: { kind: { eq: SURVEY } }) { nodes { fileName kind sha256 recordedAt rowsRead new corrected unchanged notStored rejected } } }
            """);
        var import = data.GetProperty("imports").GetProperty("nodes")[0];
        Assert.Equal((PublishedData.Survey, 64), (import.GetProperty("fileName").GetString(), import.GetProperty("sha256").GetString()!.Length));
        Assert.Equal([7_224, 7_217, 7, 0, 0, 0], new[] { "rowsRead", "new", "corrected", "unchanged", "notStored", "rejected" }.Select(name => import.GetProperty(name).GetInt32()));
        Assert.Equal(report.RecordedAt, DateTimeOffset.Parse(import.GetProperty("recordedAt").GetString()!, CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public async Task Tayside_gives_the_published_estimate_of_2012_13()
    {
        PublishedData.Find(PublishedData.Survey);
        var data = await app.DataAsync("""
            { perceptionSurveys(first: 1, where: { code: { eq: "SCJS" } }) { nodes { questions(where: { code: { eq: "QRATPOL" } }) { summary favourableResponses
                estimates(first: 2, where: { wave: { label: { eq: "2012/13" } }, area: { letter: { eq: "D" } } }) {
                    nodes { percentage unweightedBase source import { fileName } wave { label designFactor pooled } area { name } } } } } } }
            """);
        var question = data.GetProperty("perceptionSurveys").GetProperty("nodes")[0].GetProperty("questions")[0];
        Assert.Equal("Taking everything into account, the police in this area are doing an excellent/good job", question.GetProperty("summary").GetString());
        Assert.Equal("Excellent or good", question.GetProperty("favourableResponses").GetString());
        var estimate = Assert.Single(question.GetProperty("estimates").GetProperty("nodes").EnumerateArray());
        Assert.Equal((67.1412m, 948), (estimate.GetProperty("percentage").GetDecimal(), estimate.GetProperty("unweightedBase").GetInt32()));
        Assert.Equal(PublishedData.Survey, estimate.GetProperty("import").GetProperty("fileName").GetString());
        Assert.Equal(1.3m, estimate.GetProperty("wave").GetProperty("designFactor").GetDecimal());
    }

    [SkippableFact]
    public async Task Estimates_withheld_say_why_and_pooled_sweeps_are_marked()
    {
        PublishedData.Find(PublishedData.Survey);
        var data = await app.DataAsync("""
            { u: surveyEstimates(where: { shorthand: { eq: "[u]" } }) { totalCount } x: surveyEstimates(where: { shorthand: { eq: "[x]" } }) { totalCount }
              pooled: surveyWaves(where: { pooled: { eq: true } }) { nodes { label fieldworkFirstDay fieldworkLastDay designFactor } }
              questions: surveyQuestions { totalCount } held: surveyEstimates(where: { area: { code: { eq: "S92000003" } }, question: { code: { eq: "QRATPOL" } } }) { totalCount } }
            """);
        Assert.Equal((17, 1_558, 86), (Total(data, "u"), Total(data, "x"), Total(data, "questions")));
        Assert.Equal("""[{"label":"2016-18","fieldworkFirstDay":"2016-04-01","fieldworkLastDay":"2018-03-31","designFactor":1.28}]""", JsonSerializer.Serialize(data.GetProperty("pooled").GetProperty("nodes")));
        // Six sweeps of the file, of which two correct shipped ones, and three shipped ones that the file does not have.
        Assert.Equal(9, Total(data, "held"));
    }

    [SkippableFact]
    public async Task Wards_hang_under_their_councils()
    {
        PublishedData.Find(PublishedData.Wards);
        Assert.Equal((355, 355), (app.Reports[ImportKind.Areas].Read, app.Reports[ImportKind.Areas].New));
        var data = await app.DataAsync("""
            { wards: areas(where: { level: { eq: WARD } }) { totalCount }
              area(code: "S12000035") { children(first: 50, order: [{ code: ASC }]) { totalCount nodes { code name level } } } }
            """);
        Assert.Equal(355, Total(data, "wards"));
        var children = data.GetProperty("area").GetProperty("children");
        Assert.Equal(11, children.GetProperty("totalCount").GetInt32());
        Assert.Equal("""{"code":"S13002516","name":"South Kintyre","level":"WARD"}""", JsonSerializer.Serialize(children.GetProperty("nodes")[0]));
        Assert.Equal("Mid Argyll", children.GetProperty("nodes")[2].GetProperty("name").GetString());
    }

    [SkippableFact]
    public async Task Every_figure_that_was_imported_says_by_which_file()
    {
        PublishedData.Find(PublishedData.Survey);
        var data = await app.DataAsync("""
            { brought: surveyEstimates(where: { import: { kind: { eq: SURVEY } } }) { totalCount } shipped: surveyEstimates(where: { import: null }) { totalCount }
              wards: areas(where: { import: { kind: { eq: AREAS } } }) { totalCount } observations(first: 1) { nodes { import { fileName } } } targets(first: 1) { nodes { recordedAt import { fileName } } } }
            """);
        Assert.Equal((7_224, 9, 355), (Total(data, "brought"), Total(data, "shipped"), Total(data, "wards")));
        Assert.Equal("2026-11-01T00:00:00.000Z", data.GetProperty("targets").GetProperty("nodes")[0].GetProperty("recordedAt").GetString());
    }

    private static int Total(JsonElement data, string field) => data.GetProperty(field).GetProperty("totalCount").GetInt32();
}
