using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class ScorecardRateTests
{
    [Theory]
    [InlineData(14_261, 227_560, 626.7)]
    [InlineData(38_076, 518_500, 734.3)]
    public void Recorded_crime_of_2018_19_is_a_rate_of_the_people_of_30_June_2018(int crimes, int people, double rate)
    {
        var row = new ScorecardBuilder("2018/19").Years(7, crimes).People(7, 2017, 1).People(7, 2018, people).People(7, 2019, 2).Row(7);

        Assert.Equal(rate, Math.Round(row.Rate.Value!.Value, 1));
        Assert.Equal((people, 2018, null), (row.Rate.Population, row.Rate.PopulationYear, row.Rate.Reason));
    }

    [Fact]
    public void Without_the_mid_year_inside_the_financial_year_the_newest_before_it_is_used_and_named()
    {
        var row = new ScorecardBuilder("2021/22").Years(7, 15_781).People(7, 2018, 227_560).People(7, 2011, 1).People(7, 2022, 2).Row(7);

        Assert.Equal(2018, row.Rate.PopulationYear);
        Assert.Equal(693.49, Math.Round(row.Rate.Value!.Value, 2));
    }

    [Fact]
    public void A_rate_of_a_part_year_is_not_made_yearly()
    {
        var row = new ScorecardBuilder("2021/22 Q1").Rows(7, Grain.Quarter, 1, 25).People(7, 2021, 10_000).Row(7);

        Assert.Equal(25, row.Rate.Value);
    }

    [Fact]
    public void Without_a_population_there_is_no_rate_and_no_error() =>
        Assert.Equal(new Rate(null, null, null, Reason.NotAvailable), new ScorecardBuilder("2021/22").Years(7, 1).People(7, 2022, 5).Row(7).Rate);

    [Fact]
    public void Without_people_a_rate_has_no_meaning() =>
        Assert.Equal(new Rate(null, 0, 2021, Reason.NotApplicable), new ScorecardBuilder("2021/22").Years(7, 1).People(7, 2021, 0).Row(7).Rate);

    [Fact]
    public void Without_a_count_the_population_is_still_named() =>
        Assert.Equal(new Rate(null, 9, 2021, Reason.NotAvailable), new ScorecardBuilder("2021/22").People(7, 2021, 9).Row(7).Rate);

    [Fact]
    public void The_population_of_an_area_is_its_own_or_the_sum_of_all_its_parts()
    {
        var card = new ScorecardBuilder("2021/22").Area(1).Area(2, 1).Area(20, 2).Area(21, 2).Years(1, 6)
            .People(20, 2019, 100).People(21, 2019, 200).People(20, 2020, 150);

        Assert.Equal((300, 2019), (card.Row(1).Rate.Population, card.Row(1).Rate.PopulationYear));
        Assert.Equal(1_000, card.People(1, 2019, 1_000).Row(1).Rate.Population);
    }
}
