using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using Xunit;

namespace ControlStrategy.Domain.Tests.Series;

public sealed class SeriesGridTests
{
    [Theory]
    [InlineData(Grain.Month, "2021-04-01", "2022-03-31", "2021-04-01", "2022-03-31", 12)]
    [InlineData(Grain.Month, "2021-04-02", "2022-03-30", "2021-05-01", "2022-02-28", 10)]
    [InlineData(Grain.Month, "2023-12-31", "2024-02-29", "2024-01-01", "2024-02-29", 2)]
    [InlineData(Grain.Quarter, "2021-04-01", "2022-03-31", "2021-04-01", "2022-03-31", 4)]
    [InlineData(Grain.Quarter, "2021-05-01", "2022-03-30", "2021-07-01", "2021-12-31", 2)]
    [InlineData(Grain.Quarter, "2021-11-15", "2022-07-14", "2022-01-01", "2022-06-30", 2)]
    [InlineData(Grain.Year, "2021-04-01", "2024-03-31", "2021-04-01", "2024-03-31", 3)]
    [InlineData(Grain.Year, "2021-01-01", "2023-12-31", "2021-04-01", "2023-03-31", 2)]
    public void Only_whole_periods_of_the_financial_year_lie_within(Grain grain, string from, string to, string first, string last, int count)
    {
        var grid = SeriesGrid.Within(grain, Day(from), Day(to));

        Assert.Equal((Day(first), Day(last), count), (grid.FirstDay, grid.LastDay, grid.Count));
    }

    [Theory]
    [InlineData(Grain.Month, "2021-04-01", "2021-04-29")]
    [InlineData(Grain.Quarter, "2021-04-02", "2021-09-29")]
    [InlineData(Grain.Year, "2021-04-02", "2023-03-30")]
    [InlineData(Grain.Month, "2021-04-01", "2020-01-31")]
    public void Where_no_whole_period_lies_within_there_is_none(Grain grain, string from, string to) =>
        Assert.Equal(0, SeriesGrid.Within(grain, Day(from), Day(to)).Count);

    [Fact]
    public void Each_place_has_its_period()
    {
        var grid = new SeriesGrid(Grain.Quarter, Day("2021-10-01"), 3);

        Assert.Equal(["2021/22 Q3", "2021/22 Q4", "2022/23 Q1"], Enumerable.Range(0, 3).Select(place => PeriodNotation.Write(grid.At(place))));
        Assert.Equal((Day("2022-01-01"), Day("2022-03-31")), (grid.At(1).FirstDay, grid.At(1).LastDay));
        Assert.Equal(Day("2022-07-01"), grid.Start(3));
        Assert.Equal(Day("2022-06-30"), grid.LastDay);
    }

    [Fact]
    public void Periods_before_the_first_are_added_in_front()
    {
        var grid = new SeriesGrid(Grain.Month, Day("2021-04-01"), 5).Extended(11);

        Assert.Equal((Day("2020-05-01"), 16, Day("2021-08-31")), (grid.FirstDay, grid.Count, grid.LastDay));
    }

    [Theory]
    [InlineData(Grain.Month, 12)]
    [InlineData(Grain.Quarter, 4)]
    [InlineData(Grain.Year, 1)]
    public void So_many_periods_make_a_year(Grain grain, int count) => Assert.Equal(count, new SeriesGrid(grain, Day("2021-04-01"), 1).PeriodsOfYear);

    [Theory]
    [InlineData("2021-07-01", Grain.Month, 0)]
    [InlineData("2021-09-01", Grain.Month, 0)]
    [InlineData("2021-10-01", Grain.Month, 1)]
    [InlineData("2021-10-01", Grain.Quarter, 1)]
    [InlineData("2021-06-01", Grain.Month, null)]
    [InlineData("2022-01-01", Grain.Month, null)]
    [InlineData("2021-08-01", Grain.Quarter, null)]
    [InlineData("2021-07-01", Grain.Year, null)]
    public void An_observation_has_a_place_where_it_lies_wholly_within_one(string start, Grain grain, int? place) =>
        Assert.Equal(place, new SeriesGrid(Grain.Quarter, Day("2021-07-01"), 2).PlaceOf(Day(start), grain));

    [Fact]
    public void A_calendar_year_has_no_place_among_financial_years() =>
        Assert.Null(new SeriesGrid(Grain.Year, Day("2020-04-01"), 3).PlaceOf(Day("2021-01-01"), Grain.Year));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
