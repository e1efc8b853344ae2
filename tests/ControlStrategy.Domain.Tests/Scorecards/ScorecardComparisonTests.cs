using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class ScorecardComparisonTests
{
    [Theory]
    [InlineData("Aberdeen City", new[] { 15781, 14281, 14326, 14261, 15558, 17217 }, 1500, 10.5, 15128.6, 4.3)]
    [InlineData("City of Edinburgh", new[] { 32032, 32673, 36815, 38076, 39790, 36117 }, -641, -2.0, 36694.2, -12.7)]
    public void Recorded_crime_of_2021_22_stands_against_last_year_and_five_years(
        string area, int[] years, double number, double percent, double mean, double meanPercent)
    {
        var row = new ScorecardBuilder("2021/22").Years(7, years).Row(7);

        Assert.Equal((area, years[0], years[1]), (area, row.Current.Value, row.Previous.Value));
        Assert.Equal(number, row.Change.Number);
        Assert.Equal(percent, Math.Round(row.Change.Percent!.Value, 1));
        Assert.Equal(mean, row.FiveYearMean.Value!.Value, 9);
        Assert.Equal(years[0] - mean, row.FiveYearChange.Number!.Value, 9);
        Assert.Equal(meanPercent, Math.Round(row.FiveYearChange.Percent!.Value, 1));
        Assert.All(new[] { row.Current.Reason, row.Previous.Reason, row.Change.Reason, row.FiveYearMean.Reason, row.FiveYearChange.Reason }, Assert.Null);
    }

    [Fact]
    public void A_change_from_0_has_a_number_and_no_per_cent()
    {
        var row = new ScorecardBuilder("2021/22").Years(7, 4, 0, 0, 0, 0, 0).Row(7);

        Assert.Equal(new Change(4, null, Reason.NotApplicable), row.Change.Plain());
        Assert.Equal(Figure.Of(0), row.FiveYearMean);
        Assert.Equal(new Change(4, null, Reason.NotApplicable), row.FiveYearChange);
    }

    [Fact]
    public void A_mean_needs_all_five_years()
    {
        var row = new ScorecardBuilder("2021/22").Years(7, 4, 3, 2, 1, 5).Row(7);

        Assert.Equal(Figure.Missing(Reason.NotAvailable), row.FiveYearMean);
        Assert.Equal(new Change(null, null, Reason.NotAvailable), row.FiveYearChange);
        Assert.Equal(1, row.Change.Number);
    }

    [Fact]
    public void Without_any_rows_every_figure_is_not_available()
    {
        var row = new ScorecardBuilder("2021/22").Row(7);

        Assert.Equal(Figure.Missing(Reason.NotAvailable), row.Current.Plain());
        Assert.Equal(Figure.Missing(Reason.NotAvailable), row.Previous);
        Assert.Equal(new Change(null, null, Reason.NotAvailable), row.Change.Plain());
        Assert.Equal(new Rate(null, null, null, Reason.NotAvailable), row.Rate);
    }

    [Fact]
    public void Percentages_come_from_summed_parts_and_change_in_percentage_points()
    {
        var card = new ScorecardBuilder("2021/22", MeasureKind.Percentage)
            .Share(7, Grain.Year, 1, (30, 40))
            .Share(7, Grain.Month, 12, (1, 100), yearsBack: 1)
            .Share(7, Grain.Year, 1, (50, 100), 2).Share(7, Grain.Year, 1, (20, 100), 3)
            .Share(7, Grain.Year, 1, (20, 100), 4).Share(7, Grain.Year, 1, (9, 600), 5);

        var row = card.Row(7);

        Assert.Equal(75, row.Current.Value);
        Assert.Equal(1, row.Previous.Value);
        Assert.Equal(new Change(74, null, Reason.NotApplicable), row.Change.Plain());
        Assert.Equal(10, row.FiveYearMean.Value!.Value, 12);
        Assert.Equal(65, row.FiveYearChange.Number!.Value, 12);
        Assert.Equal(new Rate(null, null, null, Reason.NotApplicable), row.Rate);
    }

    [Fact]
    public void A_percentage_of_nothing_does_not_apply()
    {
        var row = new ScorecardBuilder("2021/22", MeasureKind.Percentage).Share(7, Grain.Year, 1, (0, 0)).Row(7);

        Assert.Equal(Figure.Missing(Reason.NotApplicable), row.Current.Plain());
        Assert.Equal(new Change(null, null, Reason.NotApplicable), row.Change.Plain());
    }

    [Fact]
    public void A_percentage_without_its_parts_is_not_available()
    {
        var row = new ScorecardBuilder("2021/22", MeasureKind.Percentage).Rows(7, Grain.Year, 1, 40).Row(7);

        Assert.Equal(Figure.Missing(Reason.NotAvailable), row.Current.Plain());
    }

    [Fact]
    public void A_rate_counts_its_population_once_however_many_months_there_are()
    {
        var row = new ScorecardBuilder("2021/22", MeasureKind.Rate)
            .Share(7, Grain.Month, 12, (240, 12 * 20_000))
            .Share(7, Grain.Year, 1, (200, 20_000), yearsBack: 1)
            .Row(7);

        Assert.Equal(120, row.Current.Value);
        Assert.Equal(new Change(20, null, Reason.NotApplicable), row.Change.Plain());
    }

    [Fact]
    public void A_rate_recorded_without_its_parts_stands_alone_and_is_never_added_up()
    {
        var card = new ScorecardBuilder("2021/22", MeasureKind.Rate).Area(1).Area(2, 1).Rows(2, Grain.Year, 1, 12.5m);

        Assert.Equal(12.5, card.Row(2).Current.Value);
        Assert.Equal(Figure.Missing(Reason.NotAvailable), card.Row(1).Current.Plain());
    }

    [Fact]
    public void A_survey_estimate_is_added_up_neither_over_areas_nor_over_months_nor_over_years()
    {
        var card = new ScorecardBuilder("2021/22", MeasureKind.Survey).Area(1).Area(2, 1).Years(2, 71, 73, 73, 72, 70, 70)
            .Area(3, 1).Rows(3, Grain.Month, 12, 800);

        Assert.Equal(71, card.Row(2).Current.Value);
        Assert.Equal(new Change(-2, null, Reason.NotApplicable), card.Row(2).Change.Plain());
        Assert.Equal(Figure.Missing(Reason.NotApplicable), card.Row(2).FiveYearMean);
        Assert.Equal(Figure.Missing(Reason.NotAvailable), card.Row(1).Current.Plain());
        Assert.Equal(Figure.Missing(Reason.NotAvailable), card.Row(3).Current.Plain());
    }
}
