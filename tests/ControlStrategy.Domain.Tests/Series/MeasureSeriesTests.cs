using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Series;

public sealed class MeasureSeriesTests
{
    private static readonly DateOnly April = new(2020, 4, 1);

    // The worked example of a control chart.
    private static readonly int?[] Example = [112, 118, 109, 121, 115, 117, 108, 119, 114, 116, 113, 120, 111, 118, 122, 125, 127, 129, 131, 133, 119, 140, 117, 116];

    [Fact]
    public void The_worked_example_has_its_limits_and_flags()
    {
        var made = new SeriesBuilder(Months(24)).Months(April, Example).Made();

        var limits = made.Chart!.Phases[^1];
        Assert.Equal((119.583, 100.848, 138.319, 132.074), (Rounded(limits.Mean), Rounded(limits.LowerLimit), Rounded(limits.UpperLimit), Rounded(limits.NearUpperLimit)));
        Assert.Null(made.Reason);
        Assert.Equal([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 22], Enumerable.Range(1, 24).Where(point => made.Points[point - 1].Flags.Count > 0));
        Assert.Equal(new ControlFlag(ControlRule.OutsideLimits, ControlDirection.High), Assert.Single(made.Points[21].Flags));
    }

    [Fact]
    public void A_point_says_what_it_is_made_of_and_how_sure_it_is()
    {
        var count = new SeriesBuilder(Months(1)).Row(April, 65).Made().Points[0];
        Assert.Equal(("2020-04", April, new DateOnly(2020, 4, 30)), (count.Period, count.PeriodStart, count.PeriodEnd));
        // Byar's interval of 65 and Wilson's of 52 out of 104.
        Assert.Equal((65.0, 50.16, 82.85), (count.Value, Rounded(count.Lower, 2), Rounded(count.Upper, 2)));
        var share = new SeriesBuilder(Months(1), MeasureKind.Percentage).Share(April, (52, 104)).Made().Points[0];
        Assert.Equal((50.0, 40.56, 59.44), (share.Value, Rounded(share.Lower, 2), Rounded(share.Upper, 2)));
        Assert.Equal((52m, 104m, ObservationStatus.Final), (share.Numerator, share.Denominator, share.Status));
    }

    [Fact]
    public void A_point_of_which_any_part_may_change_is_provisional()
    {
        var card = new SeriesBuilder(SeriesBuilder.Periods(Grain.Quarter, April, 2)).Months(April, [1, 2, 3, 4, 5, 6]);
        card.Observed[1] = card.Observed[1] with { IsProvisional = true };

        Assert.Equal([ObservationStatus.Provisional, ObservationStatus.Final], card.Made().Points.Select(point => point.Status));
    }

    [Fact]
    public void Months_add_up_to_quarters_and_years_and_a_row_of_the_period_itself_wins()
    {
        int?[] ones = [.. Enumerable.Repeat<int?>(1, 24)];
        Assert.Equal([12, 12], new SeriesBuilder(SeriesBuilder.Periods(Grain.Year, April, 2)).Months(April, ones).Values());
        Assert.Equal([99, 3, 3], new SeriesBuilder(SeriesBuilder.Periods(Grain.Quarter, April, 3)).Months(April, ones).Row(April, 99, Grain.Quarter).Values());
        Assert.Equal([99, 12], new SeriesBuilder(SeriesBuilder.Periods(Grain.Year, April, 2)).Months(April, ones).Row(April, 99, Grain.Year).Values());
    }

    [Fact]
    public void Grains_never_mix_and_longer_periods_are_not_cut_up()
    {
        var year = SeriesBuilder.Periods(Grain.Year, April, 1);
        var mixed = new SeriesBuilder(year).Months(April, [1, 1, 1, 1, 1, 1, 1, 1, 1]).Row(April.AddMonths(9), 3, Grain.Quarter);
        Assert.Equal([null], mixed.Values());
        Assert.Equal([null, null, null], new SeriesBuilder(Months(3)).Row(April, 30, Grain.Quarter).Values());
        var quarters = new SeriesBuilder(year);
        for (var quarter = 0; quarter < 4; quarter++)
            quarters.Row(April.AddMonths(3 * quarter), 5, Grain.Quarter);
        Assert.Equal([20], quarters.Values());
        Assert.Equal([120], quarters.Months(April, [.. Enumerable.Repeat<int?>(10, 12)]).Values());
    }

    [Fact]
    public void A_missing_month_is_a_point_without_value_and_the_series_goes_on()
    {
        var made = new SeriesBuilder(Months(14)).Months(April, [1, 2, 1, 2, 1, 2, null, 2, 1, 2, 1, 2, 1, 50]).Made();

        Assert.Equal((null, Reason.NotAvailable, null, null), (made.Points[6].Value, made.Points[6].Reason, made.Points[6].MissingAreas, made.Points[6].Status));
        Assert.Equal(13, made.Points.Count(point => point.Value is not null));
        // Eleven neighbours on either side of the gap: ten steps of 1, and one of 49.
        Assert.Equal((5 + 5 + 49) / 11.0, made.Chart!.Phases[^1].MeanMovingRange!.Value, 12);
    }

    [Fact]
    public void An_area_is_the_sum_of_all_its_parts_or_says_how_many_it_lacks()
    {
        var card = new SeriesBuilder(Months(3)).Area(2, 1).Area(3, 1).Area(20, 2).Area(21, 2)
            .Months(April, [1, 1, 1], 20).Months(April, [2, null, 2], 21).Months(April, [4, null, 4], 3).Row(April.AddMonths(2), 100);
        var points = card.Made().Points;

        Assert.Equal([7, null, 100], points.Select(point => point.Value));
        Assert.Equal([null, 2, null], points.Select(point => point.MissingAreas));
    }

    [Fact]
    public void Fewer_than_twelve_points_have_no_limits_and_years_none_ever()
    {
        var few = new SeriesBuilder(Months(12)).Months(April, [1, 2, 1, 2, 1, 2, null, 2, 1, 2, 1, 2]).Made();
        Assert.Equal((Reason.TooFewPoints, null), (few.Reason, few.Chart!.Phases[^1].Mean));
        var years = new SeriesBuilder(SeriesBuilder.Periods(Grain.Year, April.AddYears(-20), 20));
        for (var year = 0; year < 20; year++)
            years.Row(April.AddYears(year - 20), 100 + year, Grain.Year);
        var made = years.Made();
        Assert.Equal((Reason.NotApplicable, null), (made.Reason, made.Chart));
        Assert.All(made.Points, point => Assert.Equal((true, 0), (point.Value is not null, point.Flags.Count)));
    }

    [Theory]
    [InlineData("2021-04-01", 12)]
    [InlineData("2021-03-02", 12)]
    [InlineData("2021-03-01", 11)]
    public void Limits_are_calculated_anew_from_the_first_point_that_begins_on_or_after_the_day(string day, int first)
    {
        var from = DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        var made = new SeriesBuilder(Months(24)) { Recalculations = [new(from, "New recording system.")] }.Months(April, Example).Made();

        Assert.Equal([0, first], made.Chart!.Phases.Select(phase => phase.First));
        Assert.Equal(Example[first..].Average(), made.Chart.Phases[^1].Mean);
    }

    [Fact]
    public void Limits_may_be_fixed_on_the_first_points()
    {
        var made = new SeriesBuilder(Months(24)) { BaselinePoints = 12 }.Months(April, Example).Made();

        Assert.Equal(Example[..12].Average(), made.Chart!.Phases[^1].Mean);
    }

    private static SeriesGrid Months(int count) => SeriesBuilder.Periods(Grain.Month, April, count);

    private static double? Rounded(double? number, int decimals = 3) => number is { } some ? Math.Round(some, decimals) : null;
}
