using ControlStrategy.Data.Content;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>The survey's own file, row by row.</summary>
public sealed class SurveyFileTests() : ShippedImportTest(ImportKind.Survey)
{
    private const string Header = "police_division,division_letter,survey_year,variable_code,question,summary,reported_response,percentage,"
        + "ci95_half_width_pp,lower_95,upper_95,unweighted_base,weighted_base,design_factor,lower_is_better,shorthand";

    private const string Tayside = "Tayside (D Division),D,2012-13,QRATPOL,How good a job?,The police do a good job,% Excellent or Good,67.1412,3.8871,63.2541,71.0283,948,340000.5,1.3,0,";
    private const string Nation = "National Average,,2012-13,QRATPOL,How good a job?,The police do a good job,% Excellent or Good,60.951,1.1326,59.8184,62.0837,12045,4341450.0,1.3,0,";

    [Fact]
    public async Task A_row_becomes_an_estimate_of_the_wave_held_under_its_other_spelling()
    {
        Assert.Equal((1, 0, 0, 0), Outcome(await ImportAsync(Header, Tayside)));

        var estimate = await EstimateAsync("2012/13", "S32000017");
        Assert.Equal((67.1412m, 948, null), (estimate.Percentage, estimate.UnweightedBase, estimate.Shorthand));
        Assert.Equal("Scottish Crime and Justice Survey, results by police division", estimate.Source);
        Assert.Equal((ImportKind.Survey, Database.Clock.GetUtcNow()), (estimate.Import!.Kind, estimate.RecordedAt));
        Assert.Equal(11, await Database.CountAsync<SurveyWave>());
    }

    [Fact]
    public async Task A_national_estimate_in_whole_per_cent_is_corrected_and_stays_as_history()
    {
        Assert.Equal((0, 1, 0, 0), Outcome(await ImportAsync(Header, Nation)));

        Assert.Equal((60.951m, 12_045), ((await EstimateAsync("2012/13", "S92000003")).Percentage, (await EstimateAsync("2012/13", "S92000003")).UnweightedBase));
        var old = await Database.ReadAsync(x => x.SurveyEstimates.IgnoreQueryFilters().SingleAsync(e => e.SupersededAt != null));
        Assert.Equal((61m, null, ShippedContent.RecordedAt, Database.Clock.GetUtcNow()), (old.Percentage, old.UnweightedBase, old.RecordedAt, old.SupersededAt));
    }

    [Fact]
    public async Task The_file_defines_its_questions_and_completes_those_held()
    {
        await ImportAsync(
            Header,
            Tayside,
            "North East (A Division),A,2012-13,NEW1,Worry: your car?,Worried about the car,% Worried,,,,,0,0.0,1.3,1,[x]",
            "North East (A Division),A,2012-13,NEW2,Seen: on foot?, Police patrol on foot ,%,,,,,40,0.0,1.3,0,[u]");

        var questions = await Database.ReadAsync(x => x.SurveyQuestions.ToDictionaryAsync(q => q.Code));
        Assert.Equal(("Taking everything into account, how good a job do you think the police IN THIS AREA are doing?", "The police do a good job"), (questions["QRATPOL"].Wording, questions["QRATPOL"].Summary));
        Assert.Equal(("Worry: your car?", "Worried", Polarity.LowerIsBetter), (questions["NEW1"].Wording, questions["NEW1"].FavourableResponses, questions["NEW1"].Polarity));
        Assert.Equal(("Police patrol on foot", Polarity.HigherIsBetter), (questions["NEW2"].FavourableResponses, questions["NEW2"].Polarity));
        var withheld = await Database.ReadAsync(x => x.SurveyEstimates.Where(e => e.Percentage == null).OrderBy(e => e.Id).Select(e => new { e.Shorthand, e.UnweightedBase }).ToListAsync());
        Assert.Equal([("[x]", 0), ("[u]", 40)], withheld.Select(x => (x.Shorthand!, x.UnweightedBase!.Value)));
    }

    [Fact]
    public async Task Sweeps_pooled_are_a_wave_of_their_own()
    {
        await ImportAsync(Header, Nation.Replace("2012-13", "2016-18*", StringComparison.Ordinal).Replace(",1.3,", ",1.28,", StringComparison.Ordinal).Replace("1.1326,59.8184,62.0837", ",,", StringComparison.Ordinal));

        var wave = await Database.ReadAsync(x => x.SurveyWaves.SingleAsync(w => w.Pooled));
        Assert.Equal(("2016-18", new DateOnly(2016, 4, 1), new DateOnly(2018, 3, 31), 1.28m), (wave.Label, wave.FieldworkFirstDay, wave.FieldworkLastDay, wave.DesignFactor));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_one_changed_value_is_one_correction()
    {
        await ImportAsync(Header, Tayside, Nation);

        Assert.NotNull((await ImportAsync(Header, Tayside, Nation)).AlreadyImportedAt);
        Assert.Equal((0, 1, 1, 0), Outcome(await ImportAsync(Header, Tayside.Replace(",948,", ",949,", StringComparison.Ordinal).Replace("3.8871,63.2541,71.0283", ",,", StringComparison.Ordinal), Nation)));
        Assert.Equal((0, 1, 1, 0), Outcome(await ImportAsync(Header, Tayside, Nation)));
    }

    [Fact]
    public async Task A_survey_that_is_not_held_is_made()
    {
        await using var empty = await ImportDatabase.CreateAsync(areas: ["S92000003"]);
        await using (var context = await empty.Contexts.CreateDbContextAsync())
        {
            context.Entry(await context.Areas.SingleAsync()).Property(area => area.Level).CurrentValue = Domain.Areas.AreaLevel.Nation;
            await context.SaveChangesAsync();
        }

        Assert.Equal(1, (await empty.ImportAsync(ImportKind.Survey, $"{Header}\n{Nation}\n")).New);

        var survey = await empty.ReadAsync(x => x.PerceptionSurveys.Include(s => s.Waves).SingleAsync());
        Assert.Equal(("SCJS", SurveyDesign.Probability, "2012/13", 1.3m), (survey.Code, survey.Design, survey.Waves[0].Label, survey.Waves[0].DesignFactor));
    }

    [Theory]
    [InlineData(",D,", ",Z,", "division_letter", "Z", "is neither the letter of a police division known here nor National Average")]
    [InlineData("Tayside (D Division),D,", "Tayside,,", "police_division", "Tayside", "is neither the letter")]
    [InlineData("2012-13", "2012-12", "survey_year", "2012-12", "is not a sweep")]
    [InlineData("2012-13", "2012-13*", "survey_year", "2012-13*", "is not a sweep")]
    [InlineData("2012-13", "Spring", "survey_year", "Spring", "is not a sweep")]
    [InlineData(",1.3,0,", ",1.4,0,", "ci95_half_width_pp", "3.8871", "does not follow from base and design factor")]
    [InlineData("3.8871,63.2541,71.0283,948,340000.5,1.3,", ",,,948,340000.5,1.4,", "design_factor", "1.4", "contradicts the design factor held for 2012/13, 1.3")]
    [InlineData(",1.3,0,", ",1.3,1,", "lower_is_better", "1", "contradicts the question held, which is HIGHER_IS_BETTER")]
    [InlineData(",1.3,0,", ",1.3,yes,", "lower_is_better", "yes", "is neither 0 nor 1")]
    [InlineData("67.1412,", "167.1412,", "percentage", "167.1412", "is above 100")]
    [InlineData(",948,", ",50,", "unweighted_base", "50", "carries no percentage")]
    [InlineData(",948,", ",ninety,", "unweighted_base", "ninety", "is not a number")]
    [InlineData("67.1412,3.8871,63.2541,71.0283", ",,,", "shorthand", "", "is no reason")]
    [InlineData(",1.3,0,", ",1.3,0,[u]", "shorthand", "[u]", "stands beside a percentage")]
    [InlineData("63.2541", "62.2541", "lower_95", "62.2541", "does not follow")]
    [InlineData("71.0283", "many", "upper_95", "many", "does not follow")]
    [InlineData("How good a job?", "", "question", "", "is empty")]
    public Task A_row_that_contradicts_itself_or_what_is_held_is_rejected(string part, string other, string column, string value, string reason) =>
        RejectsAsync([Header, Tayside.Replace(part, other, StringComparison.Ordinal)], 2, column, value, reason);

    [Fact]
    public Task One_wave_question_and_area_may_stand_once() =>
        RejectsAsync([Header, Tayside, Tayside], 3, "", Tayside[..100], "repeats line 2: same wave, question and area");

    private Task<SurveyEstimate> EstimateAsync(string wave, string area) => Database.ReadAsync(context => context.SurveyEstimates
        .Include(x => x.Import).SingleAsync(x => x.Wave.Label == wave && x.Area.Code == area && x.Question.Code == "QRATPOL"));
}
