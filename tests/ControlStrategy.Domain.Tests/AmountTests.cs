using System.Globalization;
using Xunit;

namespace ControlStrategy.Domain.Tests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("1.00004", "1.0000")]
    [InlineData("1.00005", "1.0001")]
    [InlineData("-1.00005", "-1.0001")]
    [InlineData("922337203685477", "922337203685477")]
    public void A_number_is_kept_with_four_decimals(string given, string kept) => Assert.Equal(Number(kept), Amount.Kept(Number(given)));

    [Theory]
    [InlineData("922337203685478")]
    [InlineData("-922337203685478")]
    [InlineData("10000000000000000000000000000")]
    public void A_number_too_large_for_64_bits_is_refused(string given) =>
        Sample.Breaks("AMOUNT_OUT_OF_RANGE", given, () => Amount.Kept(Number(given)));

    [Fact]
    public void The_largest_number_fits_64_bits_with_a_scale_of_4()
    {
        Assert.True(Amount.Largest * Amount.UnitsInOne <= long.MaxValue);
        Assert.True((Amount.Largest + 1) * Amount.UnitsInOne > long.MaxValue);
        Assert.Equal(Amount.UnitsInOne, Math.Pow(10, Amount.Decimals));
    }

    [Fact]
    public void No_number_is_kept_as_no_number() => Assert.Null(Amount.Kept(null));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
