using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Analytics.Scorecards;

/// <summary>
/// Tests of published changes. Expected numbers were computed from the published files by a program of their own: the E-test as the sum over
/// all pairs, dispersion from the nine changes before, people of the mid-year inside each year or the newest before it.
/// </summary>
public sealed class PublishedScorecardTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    [SkippableTheory]
    [InlineData("S12000033", 15_781, 1_500, 10.5, 15_128.6, 4.3, 5.002e-18, 47.66585, 0.210177)]
    [InlineData("S12000036", 32_032, -641, -2.0, 36_694.2, -12.7, 0.0117375, 172.73686, 0.847951)]
    public async Task A_change_has_both_probabilities_and_is_called_by_the_one_that_knows_how_much_crime_varies(
        string area, double current, double number, double percent, double mean, double meanPercent, double plain, double dispersion, double pValue)
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var row = (await app.DataAsync($$"""
            { scorecard(period: "2021/22", areas: ["{{area}}"], measures: ["all-crimes"]) { rows { current { value } fiveYearMean { value } fiveYearChange { percent }
              change { number percent method pValue plainPValue dispersion earlierChanges significance testReason } } } }
            """)).At("scorecard.rows.0");
        Assert.Equal((current, number, percent), (row.Number("current.value"), row.Number("change.number"), row.Number("change.percent", 1)));
        Assert.Equal((mean, meanPercent), (row.Number("fiveYearMean.value", 6), row.Number("fiveYearChange.percent", 1)));
        Assert.Equal(plain, row.Number("change.plainPValue")!.Value, plain * 1e-3);
        Assert.Equal((9, dispersion, pValue), (row.Number("change.earlierChanges"), row.Number("change.dispersion", 5), row.Number("change.pValue", 6)));
        Assert.Equal(("POISSON_E_TEST", "NS", null), (row.Text("change.method"), row.Text("change.significance"), row.Text("change.testReason")));
    }

    [SkippableFact]
    public async Task Of_32_councils_the_plain_test_would_call_27_changes_significant_and_3_are()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var rows = (await app.DataAsync("{ scorecard(period: \"2021/22\", level: COUNCIL_AREA, measures: [\"all-crimes\"]) { rows { area { code } change { pValue plainPValue adjustedPValue significance } } } }")).Entries("scorecard.rows");
        Assert.Equal((32, 27), (rows.Count, rows.Count(row => row.Number("change.plainPValue") < 0.05)));
        var significant = rows.Where(row => row.Text("change.significance") != "NS").OrderBy(row => row.Number("change.pValue")).ToList();
        Assert.Equal(["S12000045 SS 0.00667", "S12000029 SS 0.00674", "S12000050 SS 0.00759"], significant.Select(row => FormattableString.Invariant($"{row.Text("area.code")} {row.Text("change.significance")} {row.Number("change.pValue", 5)}")));
        // Benjamini and Hochberg: the third smallest of 32 times 32/3, which the two before it may not exceed.
        Assert.All(significant, row => Assert.Equal(0.007592518 * 32 / 3, row.Number("change.adjustedPValue")!.Value, 6));
    }

    [SkippableFact]
    public async Task Seven_years_apart_a_change_is_judged_by_earlier_changes_over_seven_years()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var row = (await app.DataAsync("{ scorecard(period: \"2021/22\", compareWith: \"2014/15\", areas: [\"S12000033\"], measures: [\"all-crimes\"]) { rows { previous { value } change { pValue plainPValue dispersion earlierChanges } } } }")).At("scorecard.rows.0");
        Assert.Equal((17_413, 5, 1_336.1317, 0.817906), (row.Number("previous.value"), row.Number("change.earlierChanges"), row.Number("change.dispersion", 4), row.Number("change.pValue", 6)));
        Assert.Equal(3.8447e-17, row.Number("change.plainPValue")!.Value, 1e-20);
    }

    [SkippableFact]
    public async Task The_years_before_and_after_the_recording_standard_are_not_tested_against_one_another()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        foreach (var (period, reason) in new[] { ("2003/04", null), ("2004/05", "BREAK_IN_SERIES"), ("2005/06", null) })
        {
            var row = (await app.DataAsync($"{{ scorecard(period: \"{period}\", areas: [\"S12000033\"], measures: [\"all-crimes\"]) {{ rows {{ change {{ number testReason }} }} }} }}")).At("scorecard.rows.0");
            Assert.Equal(reason, row.Text("change.testReason"));
            Assert.Equal(reason is null, row.Number("change.number") is not null);
        }
    }
}
