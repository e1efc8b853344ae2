using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Statistics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(0, 0, 3.69)]
    [InlineData(3, 0.62, 8.77)]
    [InlineData(9, 4.12, 17.08)]
    [InlineData(65, 50.16, 82.85)]
    [InlineData(1_000, 938.97, 1_063.95)]
    public void A_count_below_10_has_Garwoods_interval_and_from_10_on_Byars(double count, double lower, double upper)
    {
        var interval = CountInterval.Of(count);

        Assert.Equal(lower, interval.Lower, 2);
        Assert.Equal(upper, interval.Upper, 2);
    }

    [Theory]
    [InlineData(52, 104, 40.56, 59.44)]
    [InlineData(0, 20, 0, 16.11)]
    [InlineData(451, 896, 47.07, 53.60)]
    public void A_proportion_has_Wilsons_interval_in_per_cent(double numerator, double denominator, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(numerator, denominator)!;

        Assert.Equal(lower, interval.Lower, 2);
        Assert.Equal(upper, interval.Upper, 2);
    }

    [Fact]
    public void Intervals_hold_their_value_and_grow_with_it()
    {
        var before = CountInterval.Of(0);
        for (var count = 1; count < 3_000; count++)
        {
            var interval = CountInterval.Of(count);
            Assert.InRange(count, interval.Lower, interval.Upper);
            Assert.True(interval.Lower > before.Lower && interval.Upper > before.Upper, $"at {count}");
            before = interval;
        }

        for (var numerator = 0; numerator <= 300; numerator++)
            Assert.InRange(numerator / 3.0, ProportionInterval.Wilson(numerator, 300)!.Lower, ProportionInterval.Wilson(numerator, 300)!.Upper);
    }

    [Fact]
    public void None_of_and_all_of_a_whole_mirror_each_other()
    {
        var (none, all) = (ProportionInterval.Wilson(0, 20)!, ProportionInterval.Wilson(20, 20)!);

        Assert.Equal(0, none.Lower);
        Assert.Equal(100, all.Upper);
        Assert.Equal(100 - none.Upper, all.Lower, 10);
    }

    [Fact]
    public void More_than_all_of_a_whole_is_no_proportion() => Assert.Null(ProportionInterval.Wilson(21, 20));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_count_is_0_or_more_and_finite(double count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CountInterval.Of(count));

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(1, 0)]
    public void A_share_is_of_something(double numerator, double denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Wilson(numerator, denominator));
}
