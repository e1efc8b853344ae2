using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class ScorecardTwelveMonthsTests
{
    [Theory]
    [InlineData("2021/22 YTD Sep", 6)]
    [InlineData("2021/22 Q2", 3)]
    [InlineData("2021-09", 1)]
    public void The_twelve_months_to_the_end_of_a_part_year_stand_against_the_twelve_before(string period, int months)
    {
        var row = new ScorecardBuilder(period).Rows(7, Grain.Month, months, 50).Rolling12(7, 12, 110).Rolling12(7, 12, 100, yearsBack: 1).Row(7);

        Assert.Equal(50, row.Current.Value);
        Assert.Equal(Figure.Of(110), row.Rolling12);
        Assert.Equal(new Change(10, 10, null), row.Rolling12Change);
    }

    [Theory]
    [InlineData("2021/22")]
    [InlineData("2021/22 YTD Mar")]
    public void Of_a_financial_year_they_are_the_year_itself(string period)
    {
        var row = new ScorecardBuilder(period).Years(7, 110, 100).Rolling12(7, 12, 999).Row(7);

        Assert.Equal(Figure.Of(110), row.Rolling12);
        Assert.Equal(new Change(10, 10, null), row.Rolling12Change);
    }

    [Fact]
    public void They_need_all_twelve()
    {
        var row = new ScorecardBuilder("2021/22 YTD Sep").Rows(7, Grain.Month, 6, 50).Rolling12(7, 11, 110).Rolling12(7, 12, 100, yearsBack: 1).Row(7);

        Assert.Equal(Figure.Missing(Reason.NotAvailable), row.Rolling12);
        Assert.Equal(new Change(null, null, Reason.NotAvailable), row.Rolling12Change);
    }

    [Fact]
    public void Of_an_area_they_are_the_sum_of_all_its_parts()
    {
        var card = new ScorecardBuilder("2021-09").Area(1).Area(2, 1).Area(3, 1).Rolling12(2, 12, 30).Rolling12(3, 12, 12)
            .Rolling12(2, 12, 20, yearsBack: 1).Rolling12(3, 11, 22, yearsBack: 1);

        Assert.Equal(Figure.Of(42), card.Row(1).Rolling12);
        Assert.Equal(Reason.NotAvailable, card.Row(1).Rolling12Change.Reason);
    }

    [Fact]
    public void Judged_against_the_target_is_the_year_or_the_twelve_months_never_a_part_of_a_year()
    {
        // Half a year's 50 would pass a yearly target of 100; its twelve months of 110 do not.
        var part = Lower("2021/22 YTD Sep").Rows(7, Grain.Month, 6, 50).Rolling12(7, 12, 110).Aim(7, 100, 5);
        Assert.Equal(Rag.OffTarget, part.Row(7).Rag);
        Assert.Equal(Rag.NoTarget, Lower("2021/22 YTD Sep").Rows(7, Grain.Month, 6, 50).Aim(7, 100, 5).Row(7).Rag);
        Assert.Equal(Rag.NoTarget, Lower("2021-09").Rows(7, Grain.Month, 1, 5).Aim(7, 100, 5).Row(7).Rag);
        Assert.Equal(Rag.WithinTolerance, Lower("2021/22").Years(7, 105).Aim(7, 100, 5).Row(7).Rag);
        Assert.Equal(Rag.OnTarget, Lower("2021/22").Years(7, 100).Aim(7, 100, 5).Row(7).Rag);
    }

    [Fact]
    public void A_target_is_that_of_its_own_area_and_stands_in_the_answer()
    {
        var card = Lower("2021/22").Years(7, 105).Years(8, 105).Aim(8, 100, 0);

        Assert.Equal((Rag.NoTarget, null), (card.Row(7).Rag, card.Row(7).Aim));
        Assert.Equal((Rag.OffTarget, 100m), (card.Row(8).Rag, card.Row(8).Aim!.Value.Value));
        Assert.Throws<ArgumentException>(() => card.Aim(8, 90, 0).Row(8));
    }

    [Theory]
    [InlineData(58, Rag.OnTarget)]
    [InlineData(56, Rag.WithinTolerance)]
    [InlineData(55, Rag.OffTarget)]
    public void The_tolerance_of_a_percentage_is_percentage_points(int numerator, Rag rag)
    {
        var measure = new ScorecardBuilder("2021/22", MeasureKind.Percentage).Measure with { Polarity = Polarity.HigherIsBetter };
        var card = new ScorecardBuilder("2021/22", MeasureKind.Percentage) { Measure = measure };

        // Two per cent of 58 would be 1.16; two points reach down to 56.
        Assert.Equal(rag, card.Share(7, Grain.Year, 1, (numerator, 100)).Aim(7, 58, 2).Row(7).Rag);
    }

    private static ScorecardBuilder Lower(string period) =>
        new(period) { Measure = new(ScorecardBuilder.MeasureId, MeasureKind.Count, Polarity.LowerIsBetter) };
}
