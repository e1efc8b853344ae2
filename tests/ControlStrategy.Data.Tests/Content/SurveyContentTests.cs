using System.Globalization;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed class SurveyContentTests(DatabaseWithoutDemonstration database) : IClassFixture<DatabaseWithoutDemonstration>
{
    [Theory]
    [InlineData("QS2AREA", "2008/09 69, 2009/10 71, 2010/11 73, 2012/13 76, 2014/15 75, 2016/17 76, 2017/18 73, 2018/19 73, "
        + "2019/20 73, 2021/22 76, 2023/24 71")]
    [InlineData("QRATPOL", "2012/13 61, 2014/15 58, 2019/20 55, 2021/22 49, 2023/24 45")]
    public void The_national_series_is_as_published(string question, string series)
    {
        using var context = database.Open();

        var estimates = context.SurveyEstimates.Include(x => x.Wave).Include(x => x.Area)
            .Where(x => x.Question.Code == question).OrderBy(x => x.Wave.Label).ToList();

        Assert.Equal(series, string.Join(", ", estimates.Select(x => $"{x.Wave.Label} {x.Percentage:0}")));
        Assert.All(estimates, x => Assert.Equal(("S92000003", null, null), (x.Area.Code, x.UnweightedBase, x.Shorthand)));
    }

    [Fact]
    public void Interviews_are_those_of_the_whole_sweep_where_published()
    {
        using var context = database.Open();

        var interviews = context.SurveyWaves.Where(x => x.Interviews != null).OrderBy(x => x.Label).AsEnumerable()
            .Select(x => (x.Label, x.Interviews!.Value));

        Assert.Equal([("2010/11", 13_010), ("2012/13", 12_045), ("2014/15", 11_472), ("2018/19", 5_537), ("2023/24", 4_973)], interviews);
    }

    [Fact]
    public void A_higher_share_is_better_for_both_questions_of_the_probability_survey()
    {
        using var context = database.Open();

        var survey = context.PerceptionSurveys.Include(x => x.Questions).Single();

        Assert.Equal(("SCJS", SurveyDesign.Probability), (survey.Code, survey.Design));
        Assert.Equal(["QRATPOL", "QS2AREA"], survey.Questions.Select(x => x.Code).Order(StringComparer.Ordinal));
        Assert.All(survey.Questions, x => Assert.Equal(Polarity.HigherIsBetter, x.Polarity));
    }

    [SkippableFact]
    public void Design_factors_are_the_published_ones()
    {
        var published = File.ReadLines(PublishedData.Find("scjs_design_factor.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(fields => fields[1], fields => decimal.Parse(fields[2], CultureInfo.InvariantCulture));
        using var context = database.Open();

        var waves = context.SurveyWaves.ToList();

        Assert.Equal(11, waves.Count);
        Assert.All(waves, x => Assert.Equal(published[x.Label], x.DesignFactor));
    }

    [Fact]
    public void A_wave_lasts_its_financial_year()
    {
        using var context = database.Open();

        var days = context.SurveyWaves.AsEnumerable().ToDictionary(x => x.Label, x => (x.FieldworkFirstDay, x.FieldworkLastDay));

        Assert.Equal((new DateOnly(2008, 4, 1), new DateOnly(2009, 3, 31)), days["2008/09"]);
        Assert.Equal((new DateOnly(2023, 4, 1), new DateOnly(2024, 3, 31)), days["2023/24"]);
        Assert.All(days, x => Assert.Equal(x.Key, FormattableString.Invariant($"{x.Value.FieldworkFirstDay:yyyy}/{x.Value.FieldworkLastDay:yy}")));
    }
}
