using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Pivots;
using Xunit;
using static ControlStrategy.Domain.Pivots.PivotDimension;
using static ControlStrategy.Domain.Pivots.PivotValue;

namespace ControlStrategy.Domain.Tests.Pivots;

public sealed class PivotTotalTests
{
    private const string NoMeaning = "NotApplicable";

    [Fact]
    public void Percentages_are_totalled_from_their_parts_not_averaged()
    {
        var country = Country(MeasureKind.Percentage)
            .Share(1, 20, "2020/21", (1, 2)).Share(1, 21, "2020/21", (0, 98)).Share(1, 20, "2021/22", (9, 10)).Share(1, 21, "2021/22", (0, 90));

        var grid = country.Pivot(Layouts.Of([Area], [Period], PivotTotals.Grand, Value), [20, 21], "2020/21", "2021/22");

        Assert.Equal([["50", "90", "83.33333333333334"], ["0", "0", "0"], ["1", "9", "5"]], grid.Cells.Select(Layouts.Text));
    }

    [Fact]
    public void A_total_lacking_a_part_is_not_made_and_says_how_many_areas_are_missing()
    {
        var grid = Country().Row(1, 20, "2021/22", 5).Pivot(Layouts.Of([Area], [], PivotTotals.Grand, Value), [20, 21], "2021/22");

        Assert.Equal(["5", "NotAvailable", "NotAvailable"], grid.Cells.SelectMany(Layouts.Text));
        Assert.Equal([null, null, 1], grid.Cells.Select(row => row[0].MissingAreas));
    }

    [Fact]
    public void Areas_within_one_another_are_not_added()
    {
        var grid = Country().Row(1, 20, "2021/22", 5).Row(1, 21, "2021/22", 7).Pivot(Layouts.Of([Area], [], PivotTotals.Grand, Value, MeasureCount), [2, 20], "2021/22");

        Assert.Equal([["12", "1"], ["5", "1"], [NoMeaning, "2"]], grid.Cells.Select(Layouts.Text));
    }

    [Theory]
    [InlineData("2021/22", "2021/22 Q1")]
    [InlineData("2021/22 Q1", "2021-09")]
    [InlineData("2021/22 Q1", "2021/22 YTD Jun")]
    public void Periods_of_different_lengths_or_the_same_months_are_not_added(string one, string other)
    {
        var country = Country();
        for (var month = 1; month <= 9; month++)
            country.Row(1, 20, $"2021-0{month}", 1);

        Assert.Equal(NoMeaning, country.Pivot(Layouts.Of([Period], [], PivotTotals.Grand, Value), [20], one, other).Cells[^1].Text().Single());
    }

    [Fact]
    public void Of_several_financial_years_there_is_a_sum_but_no_comparison_rate_or_target()
    {
        var country = Country().People(20, 2019, 1000).Aim(1, 20, 2020, 50).Aim(1, 20, 2021, 50).Row(1, 20, "2019/20", 5).Row(1, 20, "2020/21", 10).Row(1, 20, "2021/22", 20);

        var grid = country.Pivot(Layouts.Of([Period], [], PivotTotals.Grand, Value, Previous, ChangePercent, Rate, PivotValue.Target, Rag), [20], "2021/22", "2020/21");

        Assert.Equal(
            [
                ["20", "10", "100", "200", "50", "ON_TARGET"],
                ["10", "5", "100", "100", "50", "ON_TARGET"],
                ["30", NoMeaning, NoMeaning, NoMeaning, NoMeaning, NoMeaning],
            ],
            grid.Cells.Select(Layouts.Text));
    }

    [Fact]
    public void Within_a_financial_year_a_total_has_the_year_before_and_ends_as_its_last_period_does()
    {
        var country = Country().People(20, 2021, 1000).Aim(1, 20, 2021, 10);
        foreach (var (year, value) in new[] { (2020, 1), (2021, 2) })
        {
            for (var month = 1; month <= 12; month++)
                country.Row(1, 20, $"{(month < 4 ? year + 1 : year)}-{month:00}", value);
        }

        var grid = country.Pivot(Layouts.Of([Period], [], PivotTotals.Grand, Value, Previous, ChangePercent, Rolling12, Rate, Rag), [20], "2021/22 Q1", "2021/22 Q2");

        Assert.Equal(["12", "6", "100", "18", "120", "OFF_TARGET"], grid.Cells[^1].Text());
    }

    [Fact]
    public void A_rate_is_of_one_years_people()
    {
        var country = Country(MeasureKind.Rate).Share(1, 20, "2020/21", (10, 1000)).Share(1, 20, "2021/22", (20, 1000)).Share(1, 20, "2021/22 Q1", (5, 1000)).Share(1, 20, "2021/22 Q2", (6, 1000));

        Assert.Equal(NoMeaning, country.Pivot(Layouts.Of([Period], [], PivotTotals.Grand, Value), [20], "2020/21", "2021/22").Cells[^1].Text().Single());
        Assert.Equal("110", country.Pivot(Layouts.Of([Period], [], PivotTotals.Grand, Value), [20], "2021/22 Q1", "2021/22 Q2").Cells[^1].Text().Single());
    }

    [Fact]
    public void Estimates_of_surveys_are_never_totalled()
    {
        var country = Country(MeasureKind.Survey).Row(1, 20, "2020/21", 61).Row(1, 21, "2020/21", 58).Row(1, 20, "2021/22", 60).Row(1, 21, "2021/22", 57);

        var grid = country.Pivot(Layouts.Of([Area], [Period], PivotTotals.Grand, Value), [20, 21], "2020/21", "2021/22");

        Assert.Equal([["61", "60", NoMeaning], ["58", "57", NoMeaning], [NoMeaning, NoMeaning, NoMeaning]], grid.Cells.Select(Layouts.Text));
    }

    [Fact]
    public void A_single_member_is_its_own_total()
    {
        var country = Country(MeasureKind.Survey).Aim(1, 20, 2021, 70).Row(1, 20, "2021/22", 61);

        var grid = country.Pivot(Layouts.Of([Area, Period], [], PivotTotals.All, Value, PivotValue.Target, Rag), [20], "2021/22");

        Assert.All(grid.Cells, row => Assert.Equal(["61", "70", "ON_TARGET"], row.Text()));
        Assert.Equal(3, grid.Cells.Count);
    }

    [Fact]
    public void Several_areas_have_no_target_together()
    {
        var country = Country().Aim(1, 2, 2021, 1).Aim(1, 20, 2021, 1).Aim(1, 21, 2021, 1).Row(1, 20, "2021/22", 1).Row(1, 21, "2021/22", 1);

        Assert.Equal(["2", NoMeaning, NoMeaning, NoMeaning], country.Pivot(Layouts.Of([Area], [], PivotTotals.Grand, Value, PivotValue.Target, Rag, Assurance), [20, 21], "2021/22").Cells[^1].Text());
    }

    private static PivotBuilder Country(MeasureKind kind = MeasureKind.Count) => new PivotBuilder().Measure(1, kind).Area(2).Area(20, 2).Area(21, 2);
}
