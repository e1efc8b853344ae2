using System.Text.Json;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Surveys;

/// <summary>Margins and tests of the published survey, against the file and a computation of this test's own.</summary>
public sealed class PublishedSurveyTrendTests(SurveyedApp app) : IClassFixture<SurveyedApp>
{
    [SkippableTheory]
    [InlineData("D", -5.8087, 5.8344)]
    [InlineData("G", -1.1779, 4.4927)]
    public async Task Worked_examples_come_out_to_the_digits(string area, double difference, double threshold)
    {
        PublishedData.Find(PublishedData.Survey);
        var data = await app.DataAsync($$"""{ surveyComparison(survey: "SCJS", question: "QRATPOL", area: "{{area}}", from: "2012-13", to: "2014-15") { difference threshold significant reason } }""");
        var compared = data.GetProperty("surveyComparison");
        Assert.Equal(difference, compared.GetProperty("difference").GetDouble());
        Assert.Equal(threshold, compared.GetProperty("threshold").GetDouble(), 4);
        Assert.Equal(("False", ""), (compared.GetProperty("significant").ToString(), compared.GetProperty("reason").ToString()));
    }

    [SkippableTheory]
    [InlineData("QRATPOL", "2012-13", "2014-15", 13)]
    [InlineData("QRATPOL", "2008-09", "2014-15", 0)]
    [InlineData("QPOLCONF_04", "2012-13", "2014-15", 13)]
    [InlineData("QPOLCONF_04", "2008-09", "2014-15", 13)]
    [InlineData("QPOLCONF_04", "2014-15", "2016-18*", 13)]
    public async Task Every_division_has_a_verdict_or_a_reason_that_follows_from_the_file(string question, string from, string to, int verdicts)
    {
        var rows = PublishedSurvey.Rows().Where(row => row.Question == question).ToDictionary(row => (row.Letter, row.Wave));
        var divisions = rows.Keys.Select(key => key.Letter).Where(letter => letter.Length > 0).Distinct().ToList();
        Assert.Equal(13, divisions.Count);
        var given = 0;
        foreach (var letter in divisions)
        {
            var data = await app.DataAsync($$"""{ surveyComparison(survey: "SCJS", question: "{{question}}", area: "{{letter}}", from: "{{from}}", to: "{{to}}") { difference threshold significant verdict reason } }""");
            var expected = PublishedSurvey.Compare(rows[(letter, from)], rows[(letter, to)]);
            AssertEqual(expected, data.GetProperty("surveyComparison"));
            given += expected.Verdict is null ? 0 : 1;
        }
        Assert.Equal(verdicts, given);
    }

    [SkippableTheory]
    [InlineData("QRATPOL", "2012-13", "", "J V")]
    [InlineData("QPOLCONF_04", "2012-13", "", "D J U")]
    [InlineData("QPOLCONF_04", "2008-09", "A C E G L Q", "")]
    public async Task These_divisions_changed_to_2014_15_and_no_others(string question, string from, string better, string worse)
    {
        // Found in the file by a program of its own. In 2008-09 QRATPOL was not asked.
        PublishedData.Find(PublishedData.Survey);
        var verdicts = new List<(string Letter, string? Verdict)>();
        foreach (var letter in "ACDEGJKLNPQUV".Select(letter => letter.ToString()))
        {
            var data = await app.DataAsync($$"""{ surveyComparison(survey: "SCJS", question: "{{question}}", area: "{{letter}}", from: "{{from}}", to: "2014-15") { significant verdict reason } }""");
            var compared = data.GetProperty("surveyComparison");
            verdicts.Add((letter, compared.GetProperty("verdict").GetString()));
            Assert.Equal((verdicts[^1].Verdict != "NO_SIGNIFICANT_DIFFERENCE", null), (compared.GetProperty("significant").GetBoolean(), compared.GetProperty("reason").GetString()));
        }
        Assert.Equal((better, worse), (Letters("BETTER"), Letters("WORSE")));

        string Letters(string verdict) => string.Join(' ', verdicts.Where(given => given.Verdict == verdict).Select(given => given.Letter));
    }

    [SkippableFact]
    public async Task All_half_widths_of_the_file_are_ours_and_every_division_is_tested_against_the_nation()
    {
        PublishedData.Find(PublishedData.Survey);
        var worst = 0d;
        var count = 0;
        foreach (var question in PublishedSurvey.Rows().GroupBy(row => row.Question))
        {
            var rows = question.ToDictionary(row => (row.Letter, row.Wave));
            foreach (var (place, point) in await PointsAsync(question.Key))
            {
                if (!rows.Remove(place, out var row)) continue;
                var estimate = point.GetProperty("estimate");
                Assert.Equal(row.Percentage is null, estimate.GetProperty("percentage").ValueKind == JsonValueKind.Null);
                Assert.Equal(row.MissingReason ?? "", estimate.GetProperty("reason").ToString());
                if (row.HalfWidth is { } published)
                    worst = Math.Max(worst, Math.Abs(published - estimate.GetProperty("halfWidth").GetDouble()));
                if (place.Letter.Length > 0)
                    AssertEqual(PublishedSurvey.Compare(Nation(question, place.Wave), row), point.GetProperty("againstNation"));
                count++;
            }
            Assert.Empty(rows);
        }
        Assert.Equal(7_224, count);
        // Percentages and half-widths of the file are rounded to four decimals.
        Assert.InRange(worst, 0, 0.00011);
    }

    private static void AssertEqual(PublishedComparison expected, JsonElement compared)
    {
        Assert.Equal((expected.Verdict, expected.Reason), (compared.GetProperty("verdict").GetString(), compared.GetProperty("reason").GetString()));
        Assert.Equal(expected.Verdict is null ? null : expected.Verdict != "NO_SIGNIFICANT_DIFFERENCE", compared.GetProperty("significant").Deserialize<bool?>());
        Assert.Equal(Rounded(expected.Difference), Rounded(compared.GetProperty("difference").Deserialize<double?>()));
        Assert.Equal(Rounded(expected.Threshold), Rounded(compared.GetProperty("threshold").Deserialize<double?>()));
    }

    private static double? Rounded(double? number) => number is { } some ? Math.Round(some, 8) : null;

    private static PublishedRow Nation(IEnumerable<PublishedRow> rows, string wave) => rows.Single(row => row.Letter.Length == 0 && row.Wave == wave);

    private async Task<List<((string Letter, string Wave), JsonElement)>> PointsAsync(string question)
    {
        const string query = """
            query ($question: String!) { surveyTrend(survey: "SCJS", question: $question, areas: ["S92000003", "A", "C", "D", "E", "G", "J", "K", "L", "N", "P", "Q", "U", "V"]) { series { area { letter } points {
                wave { label } estimate { percentage halfWidth reason } againstNation { difference threshold significant verdict reason } } } } }
            """;
        var data = await app.DataAsync(query, new { question });
        return [.. data.GetProperty("surveyTrend").GetProperty("series").EnumerateArray().SelectMany(series => series.GetProperty("points").EnumerateArray().Select(point => (
            (series.GetProperty("area").GetProperty("letter").GetString() ?? "", PublishedSurvey.WaveOf(point.GetProperty("wave").GetProperty("label").GetString()!)), point)))];
    }
}
