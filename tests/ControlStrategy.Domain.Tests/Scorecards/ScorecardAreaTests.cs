using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class ScorecardAreaTests
{
    private const int Nation = 1;
    private const int North = 2;
    private const int West = 3;

    [Fact]
    public void An_area_above_the_data_is_summed_through_all_levels_below_it()
    {
        var rows = Country().Years(20, 10, 5).Years(21, 20, 15).Years(30, 40, 30).Rows(Nation, North, West, 21);

        Assert.Equal([70, 30, 40, 20], rows.Select(row => row.Current.Value));
        Assert.Equal([50, 20, 30, 15], rows.Select(row => row.Previous.Value));
    }

    [Fact]
    public void An_area_with_a_row_of_its_own_is_not_summed() =>
        Assert.Equal(Figure.Of(99), Country().Years(Nation, 99).Years(20, 10).Years(21, 20).Years(30, 40).Row(Nation).Current.Plain());

    [Fact]
    public void A_sum_lacking_a_part_is_not_made_and_says_how_many_are_missing()
    {
        var rows = Country().Area(31, West).Area(310, 31).Area(311, 31).Years(20, 10).Years(30, 40).Rows(Nation, North, West, 21);

        Assert.Equal([2, 1, 1, null], rows.Select(row => row.Current.MissingAreas));
        Assert.All(rows, row => Assert.Equal(Reason.NotAvailable, row.Current.Reason));
        Assert.All(rows, row => Assert.Null(row.Current.Value));
    }

    [Fact]
    public void One_part_of_the_year_missing_in_one_area_is_one_missing_area()
    {
        var row = Country().Rows(20, Grain.Month, 12, 10).Rows(21, Grain.Month, 11, 20).Years(30, 40).Row(Nation);

        Assert.Equal(Figure.Missing(Reason.NotAvailable, 1), row.Current.Plain());
    }

    [Fact]
    public void Percentages_of_areas_are_not_averaged()
    {
        var row = Country(MeasureKind.Percentage)
            .Share(20, Grain.Year, 1, (1, 2)).Share(21, Grain.Year, 1, (0, 97)).Share(30, Grain.Year, 1, (1, 1)).Row(Nation);

        Assert.Equal(2, row.Current.Value);
    }

    [Fact]
    public void An_area_is_given_once() =>
        Assert.Throws<ArgumentException>(() => new AreaTree([new AreaNode(1, null), new AreaNode(1, 2)]));

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 3, 1)]
    public void No_area_is_below_itself(int parentOf1, int parentOf2, int parentOf3) =>
        Assert.Throws<ArgumentException>(() =>
            new AreaTree([new AreaNode(1, parentOf1), new AreaNode(2, parentOf2), new AreaNode(3, parentOf3)]));

    [Fact]
    public void One_place_has_one_sum_and_one_population()
    {
        Assert.Throws<ArgumentException>(() => Country().Years(20, 1).Years(20, 1).Row(20));
        Assert.Throws<ArgumentException>(() => Country().People(20, 2021, 1).People(20, 2021, 2).Row(20));
    }

    private static ScorecardBuilder Country(MeasureKind kind = MeasureKind.Count) =>
        new ScorecardBuilder("2021/22", kind).Area(Nation).Area(North, Nation).Area(West, Nation).Area(20, North).Area(21, North).Area(30, West);
}
