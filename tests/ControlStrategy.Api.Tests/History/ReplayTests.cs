using ControlStrategy.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.History;

/// <summary>Reading as at a moment equals replaying the imports up to it.</summary>
public sealed class ReplayTests
{
    private const int Rounds = 6;
    private const string Old = "where: { periodStart: { lt: \"1960-01-01\" } }";
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>Questions with a place for <c>asAt</c>, which may stay empty.</summary>
    private static readonly string[] Questions =
    [
        $"{{ observations({{0}} first: 1000, {Old}, order: [{{ measure: {{ code: ASC }} }}, {{ area: {{ code: ASC }} }}, {{ periodStart: ASC }}]) {{ totalCount nodes {{ measure {{ code }} area {{ code }} periodStart value status recordedAt }} }} }}",
        $"{{ observations({{0}} last: 3, where: {{ status: {{ eq: PROVISIONAL }}, periodStart: {{ lt: \"1960-01-01\" }} }}, order: [{{ recordedAt: DESC }}, {{ value: ASC }}]) {{ totalCount edges {{ node {{ value recordedAt }} }} pageInfo {{ hasPreviousPage }} }} }}",
        $"{{ observationsGrouped({{0}} by: [MEASURE, AREA], totals: SUBTOTALS, {Old}, having: {{ sum: {{ value: {{ gt: 2 }} }} }}, order: [{{ sum: {{ value: DESC }} }}]) {{ totalCount nodes {{ level keys {{ measure {{ code }} area {{ code }} }} count sum {{ value }} max {{ recordedAt }} final: count(where: {{ status: {{ eq: FINAL }} }}) }} }} }}",
        $"{{ measures(where: {{ code: {{ in: [\"all-crimes\", \"crimes-group-3-shoplifting\"] }} }}) {{ nodes {{ code observations({{0}} first: 4, {Old}, order: [{{ periodStart: DESC }}, {{ area: {{ code: ASC }} }}]) {{ totalCount nodes {{ periodStart area {{ code }} value }} }} targets({{0}} order: [{{ financialYearStart: ASC }}, {{ area: {{ code: ASC }} }}]) {{ financialYearStart area {{ code }} value recordedAt }} }} }} }}",
        "{ areas(where: { code: { startsWith: \"S120000\" } }) { nodes { code populations({0} where: { midYear: { lt: 1960 } }, order: [{ midYear: ASC }]) { midYear allAges } } } }",
        "{ areaPopulations({0} where: { midYear: { lt: 1960 } }) { totalCount } targets({0}) { totalCount } surveyEstimates({0}) { totalCount } }",
        "{ surveyEstimatesGrouped({0} by: [WAVE, AREA], first: 1000, where: { question: { code: { eq: \"QRATPOL\" } } }) { totalCount nodes { keys { wave { label } area { code } } sum { unweightedBase } max { percentage } } } }",
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
        await AreSameAsync(replayed, whole, start);
        foreach (var (file, moment, next) in files.Zip(moments, moments.Skip(1).Append(start.AddYears(1))))
        {
            Assert.Equal(moment, await replayed.ImportAsync(file, Step));
            await AreSameAsync(replayed, whole, moment);
            await AreSameAsync(replayed, whole, next.AddMilliseconds(-1));
        }
    }

    private static async Task AreSameAsync(StartedApp replayed, StartedApp whole, DateTimeOffset moment)
    {
        foreach (var question in Questions)
        {
            var now = (await replayed.App.DataAsync(question.Replace("{0}", "asAt: null, ", StringComparison.Ordinal))).GetRawText();
            var then = (await whole.App.DataAsync(question.Replace("{0}", $"asAt: \"{moment:O}\", ", StringComparison.Ordinal))).GetRawText();
            Assert.Equal(now, then);
        }
        const string rows = "{ nodes { measure { code } area { code } periodStart value status recordedAt } }";
        var list = $"observations({{0}}{Old}, order: [{{ measure: {{ code: ASC }} }}, {{ area: {{ code: ASC }} }}, {{ periodStart: ASC }}]) {rows}";
        var file = await replayed.App.Client.FileAsync(FileRequest.Csv, $"{{ {list.Replace("{0}", "asAt: null, ", StringComparison.Ordinal)} }}");
        Assert.Equal(file, await whole.App.Client.FileAsync(FileRequest.Csv, $"query ($at: DateTime) {{ {list.Replace("{0}", "asAt: $at, ", StringComparison.Ordinal)} }}", new { at = moment }));
    }
}
