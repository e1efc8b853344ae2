using System.Globalization;
using System.Text;
using System.Text.Json;
using ControlStrategy.Data;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Surveys;

/// <summary>The application with a few estimates from tidy files, one of them corrected, and a break.</summary>
public sealed class TidySurveyApp : RunningApp
{
    private const string Header = "survey,question,wave,area,percentage,base,wording,favourable_responses,polarity,shorthand,survey_name,provider,design\n";

    /// <summary>When the first file was imported.</summary>
    public DateTimeOffset First { get; private set; }

    /// <summary>When the correction was.</summary>
    public DateTimeOffset Corrected { get; private set; }

    protected override void Configure(IDictionary<string, string?> settings) => settings["Scorecard:MaximumRows"] = "2000";

    protected override async Task FillAsync()
    {
        First = await ImportAsync(
            "SCJS,QRATPOL,2012/13,D,67.1412,948,,,,,,,", "SCJS,QRATPOL,2014/15,D,61.3325,693,,,,,,,",
            "SCJS,QRATPOL,2012/13,G,58.152,1471,,,,,,,", "SCJS,QRATPOL,2014/15,G,56.9741,1436,,,,,,,",
            "SCJS,QRATPOL,2016/17,D,60,900,,,,,,,", "SCJS,QRATPOL,2016-18*,D,52,900,,,,,,,", "SCJS,QRATPOL,2017/18,D,,48,,,,[u],,,",
            "PANEL,SAFE,2023/24,S12000033,64,700,Do you feel safe?,Very or fairly safe,HIGHER_IS_BETTER,,Citizens' panel,A council,SELF_SELECTING",
            "PANEL,SAFE,2024/25,S12000033,71.5,803,,,,,,,");
        Corrected = await ImportAsync("SCJS,QRATPOL,2014/15,D,50,693,,,,,,,");
        await using var context = Services.GetRequiredService<WritingContexts>().CreateDbContext();
        var question = await context.SurveyQuestions.AsTracking().SingleAsync(question => question.Code == "QRATPOL");
        context.Add(new QuestionBreak { Question = question, StartsOn = new(2016, 4, 1), Reason = "New wording.", RecordedAt = Corrected.AddMilliseconds(1) });
        await context.SaveChangesAsync();
    }

    private async Task<DateTimeOffset> ImportAsync(params string[] rows)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)));
        return (await Services.GetRequiredService<Importer>().ImportAsync(ImportKind.Survey, new ImportContent("estimates.csv", content), new ImportOptions())).RecordedAt!.Value;
    }
}

public sealed class SurveyComparisonTests(TidySurveyApp app) : IClassFixture<TidySurveyApp>
{
    [Fact]
    public async Task Both_estimates_and_their_test_are_answered_to_the_digits()
    {
        var compared = await CompareAsync("""question: "QRATPOL", area: "G", from: "2012-13", to: "2014-15" """,
            "difference threshold significant verdict reason fromWave { label } toArea { letter } from { percentage halfWidth lower upper base designFactor reason } to { base } sources");
        Assert.Equal(-1.1779, compared.GetProperty("difference").GetDouble());
        Assert.Equal(4.4927, compared.GetProperty("threshold").GetDouble(), 4);
        Assert.Equal("""{"label":"2012/13"}""", compared.GetProperty("fromWave").GetRawText());
        Assert.Equal(("False", "NO_SIGNIFICANT_DIFFERENCE", ""), (compared.GetProperty("significant").ToString(), compared.GetProperty("verdict").ToString(), compared.GetProperty("reason").ToString()));
        var from = compared.GetProperty("from");
        Assert.Equal((58.152, 1_470, 1.3), (from.GetProperty("percentage").GetDouble(), from.GetProperty("base").GetInt32(), from.GetProperty("designFactor").GetDouble()));
        Assert.Equal(from.GetProperty("upper").GetDouble() - from.GetProperty("lower").GetDouble(), 2 * from.GetProperty("halfWidth").GetDouble(), 9);
        Assert.Equal(1_440, compared.GetProperty("to").GetProperty("base").GetInt32());
        Assert.Equal("""["Management information, estimates.csv"]""", compared.GetProperty("sources").GetRawText());
    }

    [Fact]
    public async Task As_at_a_moment_the_comparison_is_the_one_that_could_be_made_then()
    {
        var (before, after) = (await TaysideAsync(app.First), await TaysideAsync(app.Corrected));
        Assert.Equal((-5.8087, false, "NO_SIGNIFICANT_DIFFERENCE"), before);
        Assert.Equal((-17.1412, true, "WORSE"), after);
        Assert.Equal(after, await TaysideAsync(null));
        var unknown = await CompareAsync($$"""question: "QRATPOL", area: "D", from: "2012-13", to: "2014-15", asAt: "{{Text(app.First.AddMilliseconds(-1))}}" """, "difference reason dataAsAt");
        Assert.Equal("""{"difference":null,"reason":"NOT_AVAILABLE","dataAsAt":null}""", unknown.GetRawText());
    }

    [Theory]
    [InlineData("2014-15", "2016-17", "BREAK_IN_SERIES")]
    [InlineData("2014-15", "2016-18*", "BREAK_IN_SERIES")]
    [InlineData("2016-17", "2016-18", "NOT_APPLICABLE")]
    [InlineData("2016-17", "2017-18", "LOW_RELIABILITY")]
    [InlineData("2016-17", "2016-17", "NOT_APPLICABLE")]
    [InlineData("2016-17", "2018-19", "NOT_AVAILABLE")]
    public async Task What_cannot_be_compared_says_why(string from, string to, string reason)
    {
        var compared = await CompareAsync($$"""question: "QRATPOL", area: "D", from: "{{from}}", to: "{{to}}" """, "difference threshold significant verdict reason");
        Assert.Equal($$"""{"difference":null,"threshold":null,"significant":null,"verdict":null,"reason":"{{reason}}"}""", compared.GetRawText());
    }

    [Fact]
    public async Task A_break_is_told_with_its_reason_and_was_none_before_it_was_recorded()
    {
        const string selection = "reason breaks { startsOn reason }";
        var compared = await CompareAsync("""question: "QRATPOL", area: "D", from: "2014-15", to: "2016-17" """, selection);
        Assert.Equal("""{"reason":"BREAK_IN_SERIES","breaks":[{"startsOn":"2016-04-01","reason":"New wording."}]}""", compared.GetRawText());
        var earlier = await CompareAsync($$"""question: "QRATPOL", area: "D", from: "2014-15", to: "2016-17", asAt: "{{Text(app.Corrected)}}" """, selection);
        Assert.Equal("""{"reason":null,"breaks":[]}""", earlier.GetRawText());
        Assert.Equal("[]", (await CompareAsync("""question: "QRATPOL", area: "D", from: "2012-13", to: "2014-15" """, "breaks { startsOn }")).GetProperty("breaks").GetRawText());
    }

    [Fact]
    public async Task Two_areas_compare_in_one_wave_and_pooled_sweeps_have_the_mean_of_their_factors()
    {
        var compared = await CompareAsync("""question: "QRATPOL", area: "G", toArea: "S32000017", from: "2012-13", to: "2012-13" """, "difference verdict toArea { letter }");
        Assert.Equal("""{"difference":8.9892,"verdict":"BETTER","toArea":{"letter":"D"}}""", compared.GetRawText());
        var pooled = await CompareAsync("""question: "QRATPOL", area: "D", from: "2016-18", to: "2016-18" """, "from { percentage designFactor }");
        Assert.Equal("""{"percentage":52,"designFactor":1.28}""", pooled.GetProperty("from").GetRawText());
    }

    [Fact]
    public async Task A_self_selecting_survey_has_percentages_and_numbers_of_responses_only()
    {
        const string selection = "difference threshold significant verdict reason to { percentage base halfWidth lower upper designFactor reason }";
        var compared = await CompareAsync("""question: "SAFE", area: "S12000033", from: "2023-24", to: "2024-25" """, selection, "PANEL");
        Assert.Equal(
            """{"difference":null,"threshold":null,"significant":null,"verdict":null,"reason":"NOT_A_PROBABILITY_SAMPLE","to":{"percentage":71.5,"base":800,"halfWidth":null,"lower":null,"upper":null,"designFactor":null,"reason":"NOT_A_PROBABILITY_SAMPLE"}}""",
            compared.GetRawText());
    }

    [Theory]
    [InlineData("""surveyComparison(survey: "NONE", question: "QRATPOL", area: "D", from: "2012-13", to: "2014-15")""", "UNKNOWN_SURVEY", "NONE")]
    [InlineData("""surveyComparison(survey: "SCJS", question: "SAFE", area: "D", from: "2012-13", to: "2014-15")""", "UNKNOWN_QUESTION", "SAFE")]
    [InlineData("""surveyComparison(survey: "SCJS", question: "QRATPOL", area: "D", from: "2011-12", to: "2014-15")""", "UNKNOWN_WAVE", "2011-12")]
    [InlineData("""surveyComparison(survey: "SCJS", question: "QRATPOL", area: "Z", from: "2012-13", to: "2014-15")""", "UNKNOWN_AREA", "Z")]
    [InlineData("""surveyComparison(survey: "SCJS", question: "QRATPOL", area: "D", toArea: "S99", from: "2012-13", to: "2014-15")""", "UNKNOWN_AREA", "S99")]
    [InlineData("""surveyTrend(survey: "SCJS", question: "QRATPOL", from: "2014-15", to: "2012-13")""", "WAVE_ORDER", "2014-15")]
    [InlineData("""surveyTrend(survey: "SCJS", question: "QRATPOL", to: "1999-00")""", "UNKNOWN_WAVE", "1999-00")]
    [InlineData("""surveyTrend(survey: "SCJS", question: "QRATPOL", level: COUNCIL_AREA, from: "2008-09")""", "TOO_MANY_ROWS", "Scorecard:MaximumRows", "series { pairs { reason } }")]
    public async Task What_is_not_known_is_named(string field, string code, string named, string selection = "method")
    {
        var error = (await app.AskAsync($"{{ {field} {{ {selection} }} }}")).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<(double, bool, string)> TaysideAsync(DateTimeOffset? asAt)
    {
        var compared = await CompareAsync($$"""question: "QRATPOL", area: "D", from: "2012-13", to: "2014/15"{{(asAt is { } at ? $", asAt: \"{Text(at)}\"" : "")}} """, "difference significant verdict");
        return (compared.GetProperty("difference").GetDouble(), compared.GetProperty("significant").GetBoolean(), compared.GetProperty("verdict").GetString()!);
    }

    private async Task<JsonElement> CompareAsync(string arguments, string selection, string survey = "SCJS") =>
        (await app.DataAsync($"{{ surveyComparison(survey: \"{survey}\", {arguments}) {{ {selection} }} }}")).GetProperty("surveyComparison");

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
