using ControlStrategy.Domain.Imports;
using ControlStrategy.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>Reading as at a moment equals replaying the imports up to it.</summary>
public sealed class ReplayTests
{
    private const int Rounds = 6;
    private const string Old = "where: { periodStart: { lt: \"1960-01-01\" } }";
    private const string Areas = "areas: [\"S12000033\", \"S12000036\", \"S12000049\"]";
    private const string Measures = "measures: [\"all-crimes\", \"crimes-group-3-shoplifting\"]";
    private const string Scorecard = "dataAsAt sources provisional rows { measure { code } area { code } current { value status reason } previous { value reason } change { number percent pValue testReason } rate { value population populationYear reason } rolling12 { value } target { value tolerance } rag variation chartReason } outcomes { measures onTarget offTarget noTarget }";
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>Questions with a place for <c>asAt</c>, or for <c>until</c>, which may stay empty.</summary>
    private static readonly string[] Questions =
    [
        $"{{ observations({{0}} first: 1000, {Old}, order: [{{ measure: {{ code: ASC }} }}, {{ area: {{ code: ASC }} }}, {{ periodStart: ASC }}]) {{ totalCount nodes {{ measure {{ code }} area {{ code }} periodStart value status recordedAt }} }} }}",
        $"{{ observations({{0}} last: 3, where: {{ status: {{ eq: PROVISIONAL }}, periodStart: {{ lt: \"1960-01-01\" }} }}, order: [{{ recordedAt: DESC }}, {{ value: ASC }}]) {{ totalCount edges {{ node {{ value recordedAt }} }} pageInfo {{ hasPreviousPage }} }} }}",
        $"{{ observationsGrouped({{0}} by: [MEASURE, AREA], totals: SUBTOTALS, {Old}, having: {{ sum: {{ value: {{ gt: 2 }} }} }}, order: [{{ sum: {{ value: DESC }} }}]) {{ totalCount nodes {{ level keys {{ measure {{ code }} area {{ code }} }} count sum {{ value }} max {{ recordedAt }} final: count(where: {{ status: {{ eq: FINAL }} }}) }} }} }}",
        $"{{ measures(where: {{ code: {{ in: [\"all-crimes\", \"crimes-group-3-shoplifting\"] }} }}) {{ nodes {{ code observations({{0}} first: 4, {Old}, order: [{{ periodStart: DESC }}, {{ area: {{ code: ASC }} }}]) {{ totalCount nodes {{ periodStart area {{ code }} value }} }} targets({{0}} order: [{{ financialYearStart: ASC }}, {{ area: {{ code: ASC }} }}]) {{ financialYearStart area {{ code }} value recordedAt }} }} }} }}",
        "{ areas(where: { code: { startsWith: \"S120000\" } }) { nodes { code populations({0} where: { midYear: { lt: 1960 } }, order: [{ midYear: ASC }]) { midYear allAges } } } }",
        "{ areaPopulations({0} where: { midYear: { lt: 1960 } }) { totalCount } targets({0}) { totalCount } surveyEstimates({0}) { totalCount } }",
        "{ surveyEstimatesGrouped({0} by: [WAVE, AREA], first: 1000, where: { question: { code: { eq: \"QRATPOL\" } } }) { totalCount nodes { keys { wave { label } area { code } } sum { unweightedBase } max { percentage } } } }",
        $"{{ scorecard({{0}} period: \"1952-02\", compareWith: \"1951-02\", {Areas}, {Measures}) {{ {Scorecard} }} }}",
        $"{{ scorecard({{0}} period: \"1953/54\", area: \"S12000033\", {Measures}) {{ {Scorecard} }} }}",
        "{ measures(where: { code: { in: [\"all-crimes\", \"crimes-group-3-shoplifting\"] } }) { nodes { code series({0} area: \"S12000033\", from: \"1951-01-01\", to: \"1953-12-31\", grain: MONTH) "
            + "{ dataAsAt mean lowerLimit variation target reason breaks { startsOn } points { periodStart value lower reason } } } } }",
        "{ changesSince(asAt: \"2026-12-01T00:00:00Z\", {1}) { totalCount counts { figure kind count } changes { figure kind measure { code } area { code } period after { value status recordedAt } import { kind recordedAt } } } }",
    ];

    /// <summary>The same of a survey, which is known only once its first file was imported.</summary>
    private static readonly string[] SurveyQuestions =
    [
        "{ surveyTrend({0} survey: \"SCJS\", question: \"QRATPOL\", areas: [\"D\", \"E\", \"J\"]) { dataAsAt sources breaks { startsOn } series { area { letter } pooled points { wave { label } estimate { percentage base reason } sincePrevious { difference reason } } pairs { from { label } difference } } } }",
        "{ surveyComparison({0} survey: \"SCJS\", question: \"QRATPOL\", area: \"D\", from: \"1951-52\", to: \"1953-54\") { from { percentage base reason } to { percentage base reason } difference verdict reason dataAsAt sources } }",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_was_known_at_a_moment_is_what_the_imports_up_to_it_make(int seed)
    {
        var files = new RevisedFigures(seed).Series(Rounds);
        var start = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await using var whole = await StartedApp.CreateAsync(new FakeTimeProvider(start));
        var moments = new List<DateTimeOffset>();
        foreach (var file in files)
            moments.Add(await whole.ImportAsync(file, Step));

        await using var replayed = await StartedApp.CreateAsync(new FakeTimeProvider(start));
        var questions = Questions;
        await AreSameAsync(replayed, whole, start, questions);
        foreach (var (file, moment, next) in files.Zip(moments, moments.Skip(1).Append(start.AddYears(1))))
        {
            Assert.Equal(moment, await replayed.ImportAsync(file, Step));
            if (file.Kind is ImportKind.Survey) questions = [.. Questions, .. SurveyQuestions];
            await AreSameAsync(replayed, whole, moment, questions);
            await AreSameAsync(replayed, whole, next.AddMilliseconds(-1), questions);
        }
    }

    private static async Task AreSameAsync(StartedApp replayed, StartedApp whole, DateTimeOffset moment, IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            var now = (await replayed.App.DataAsync(question.Replace("{0}", "asAt: null, ", StringComparison.Ordinal).Replace("{1}", "until: null", StringComparison.Ordinal))).GetRawText();
            var then = (await whole.App.DataAsync(question.Replace("{0}", $"asAt: \"{moment:O}\", ", StringComparison.Ordinal).Replace("{1}", $"until: \"{moment:O}\"", StringComparison.Ordinal))).GetRawText();
            Assert.Equal(now, then);
        }
        const string rows = "{ nodes { measure { code } area { code } periodStart value status recordedAt } }";
        var list = $"observations({{0}}{Old}, order: [{{ measure: {{ code: ASC }} }}, {{ area: {{ code: ASC }} }}, {{ periodStart: ASC }}]) {rows}";
        var file = await replayed.App.Client.FileAsync(FileRequest.Csv, $"{{ {list.Replace("{0}", "asAt: null, ", StringComparison.Ordinal)} }}");
        Assert.Equal(file, await whole.App.Client.FileAsync(FileRequest.Csv, $"query ($at: DateTime) {{ {list.Replace("{0}", "asAt: $at, ", StringComparison.Ordinal)} }}", new { at = moment }));
    }
}
