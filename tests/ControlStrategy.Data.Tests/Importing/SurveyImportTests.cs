using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Our own format for estimates.</summary>
public sealed class SurveyImportTests() : ShippedImportTest(ImportKind.Survey)
{
    private const string Header = "survey,question,wave,area,percentage,base";
    private const string Full = Header + ",wording,favourable_responses,polarity,design_factor,shorthand,survey_name,provider,design";
    private const string Panel = "PANEL,SAFE,2024/25,S12000033,71.5,800,Do you feel safe?,Very or fairly safe,higher is better,,,Citizens' panel,A council,self-selecting";

    [Fact]
    public async Task An_area_is_named_by_code_or_by_letter()
    {
        Assert.Equal((2, 0, 0, 0), Outcome(await ImportAsync(Header, "SCJS,QRATPOL,2021/22,D,49.6,402", "SCJS,QRATPOL,2021-22,S32000015,48,")));

        var estimates = await Database.ReadAsync(x => x.SurveyEstimates.Where(e => e.ImportId != null).OrderBy(e => e.Id).Select(e => new { e.Area.Letter, e.Percentage, e.UnweightedBase, e.Source }).ToListAsync());
        Assert.Equal([("D", 49.6m, 402), ("A", 48m, null)], estimates.Select(x => (x.Letter!, x.Percentage!.Value, x.UnweightedBase)));
        Assert.All(estimates, x => Assert.Equal("Management information, figures.csv", x.Source));
    }

    [Fact]
    public async Task A_new_survey_brings_its_name_provider_and_design()
    {
        Assert.Equal(1, (await ImportAsync(Full, Panel)).New);

        var survey = await Database.ReadAsync(x => x.PerceptionSurveys.Include(s => s.Questions).Include(s => s.Waves).SingleAsync(s => s.Code == "PANEL"));
        Assert.Equal(("Citizens' panel", "A council", SurveyDesign.SelfSelecting), (survey.Name, survey.Provider, survey.Design));
        Assert.Equal(("SAFE", "2024/25", null), (survey.Questions[0].Code, survey.Waves[0].Label, survey.Waves[0].DesignFactor));
    }

    [Theory]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,402,,,LOWER_IS_BETTER,,,,,", "polarity", "LOWER_IS_BETTER", "contradicts the question held")]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,402,,,,1.2,,,,", "design_factor", "1.2", "contradicts the design factor held for 2021/22, 1.19")]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,402,,,,0,,,,", "design_factor", "0", "is 0")]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,402,,,,,,,,SELF_SELECTING", "design", "SELF_SELECTING", "contradicts the survey held, which is PROBABILITY")]
    [InlineData("SCJS,OTHER,2021/22,D,49.6,402,,,,,,,,", "question", "OTHER", "a new one needs wording, favourable_responses and polarity")]
    [InlineData("PANEL,SAFE,2021/22,D,49.6,402,A?,B,neutral,,,Panel,,", "survey", "PANEL", "a new one needs survey_name, provider and design")]
    [InlineData("PANEL,SAFE,2021/22,D,49.6,402,A?,B,neutral,1.2,,Panel,Us,SELF_SELECTING", "design_factor", "1.2", "has no margin of error")]
    [InlineData("SCJS,QRATPOL,2021,D,49.6,402,,,,,,,,", "wave", "2021", "is not a wave")]
    [InlineData("SCJS,QRATPOL,2021/22,Z,49.6,402,,,,,,,,", "area", "Z", "nor a division's letter")]
    [InlineData("SCJS,QRATPOL,2021/22,D,,402,,,,,,,,", "shorthand", "", "write [u] or [x]")]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,12,,,,,,,,", "base", "12", "carries no percentage")]
    [InlineData("SCJS,QRATPOL,2021/22,D,49.6,402,,,,,,,,maybe", "design", "maybe", "is not known: write PROBABILITY, SELF_SELECTING")]
    public Task A_bad_row_keeps_the_file_out(string row, string column, string value, string reason) =>
        RejectsAsync([Full, row], 2, column, value, reason);

    [Fact]
    public async Task A_rejected_row_defines_nothing()
    {
        var report = await ImportAsync(acceptValid: true, Full, Panel.Replace("71.5", "171.5", StringComparison.Ordinal), "SCJS,QRATPOL,2021/22,D,49.6,402,,,,,,,,");

        Assert.Equal((1, 0, 0, 1), Outcome(report));
        Assert.Equal(1, await Database.CountAsync<PerceptionSurvey>());
    }
}
