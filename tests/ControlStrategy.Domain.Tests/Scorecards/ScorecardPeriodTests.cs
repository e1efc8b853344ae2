using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class ScorecardPeriodTests
{
    private static readonly Figure NotAvailable = Figure.Missing(Reason.NotAvailable);

    [Theory]
    [InlineData("2021/22", Grain.Month, 12)]
    [InlineData("2021/22", Grain.Quarter, 4)]
    [InlineData("2021/22 Q2", Grain.Month, 3)]
    [InlineData("2021/22 YTD Sep", Grain.Month, 6)]
    [InlineData("2021/22 YTD Sep", Grain.Quarter, 2)]
    [InlineData("2021/22 YTD Mar", Grain.Month, 12)]
    public void A_period_without_a_row_of_its_own_is_made_of_all_its_parts(string period, Grain grain, int rowCount)
    {
        Assert.Equal(Figure.Of(600), new ScorecardBuilder(period).Rows(7, grain, rowCount, 600).Row(7).Current.Plain());
        Assert.Equal(NotAvailable, new ScorecardBuilder(period).Rows(7, grain, rowCount - 1, 600).Row(7).Current.Plain());
    }

    [Theory]
    [InlineData("2021/22", Grain.Year)]
    [InlineData("2021/22 YTD Mar", Grain.Year)]
    [InlineData("2021/22 Q2", Grain.Quarter)]
    [InlineData("2021/22 YTD Jun", Grain.Quarter)]
    [InlineData("2021-09", Grain.Month)]
    public void A_row_of_exactly_the_period_wins_over_its_parts(string period, Grain grain)
    {
        var card = new ScorecardBuilder(period).Rows(7, grain, 1, 500);
        if (grain is not Grain.Month)
            card.Rows(7, Grain.Month, grain is Grain.Year ? 12 : 3, 600);
        if (grain is Grain.Year)
            card.Rows(7, Grain.Quarter, 4, 700);

        Assert.Equal(Figure.Of(500), card.Row(7).Current.Plain());
    }

    [Fact]
    public void Months_come_before_quarters() =>
        Assert.Equal(Figure.Of(600), new ScorecardBuilder("2021/22").Rows(7, Grain.Quarter, 4, 700).Rows(7, Grain.Month, 12, 600).Row(7).Current.Plain());

    [Fact]
    public void Grains_never_mix_in_one_sum() =>
        Assert.Equal(NotAvailable, new ScorecardBuilder("2021/22").Rows(7, Grain.Month, 9, 600).Rows(7, Grain.Quarter, 1, 200).Row(7).Current.Plain());

    [Theory]
    [InlineData("2021/22 YTD Aug", Grain.Quarter, 1)]
    [InlineData("2021-09", Grain.Quarter, 1)]
    public void A_quarter_never_answers_for_a_part_of_itself(string period, Grain grain, int rowCount) =>
        Assert.Equal(NotAvailable, new ScorecardBuilder(period).Rows(7, grain, rowCount, 600).Row(7).Current.Plain());

    [Fact]
    public void Each_year_is_made_of_what_it_has()
    {
        var row = new ScorecardBuilder("2021/22").Rows(7, Grain.Month, 12, 110).Rows(7, Grain.Year, 1, 100, yearsBack: 1).Row(7);

        Assert.Equal(new Change(10, 10, null), row.Change.Plain());
    }
}
