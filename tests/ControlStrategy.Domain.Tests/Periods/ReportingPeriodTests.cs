using ControlStrategy.Domain.Periods;
using Xunit;

namespace ControlStrategy.Domain.Tests.Periods;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2021/22", "2021-04-01 to 2022-03-31", 12, Grain.Year)]
    [InlineData("2021/22 Q1", "2021-04-01 to 2021-06-30", 3, Grain.Quarter)]
    [InlineData("2021/22 Q2", "2021-07-01 to 2021-09-30", 3, Grain.Quarter)]
    [InlineData("2021/22 Q3", "2021-10-01 to 2021-12-31", 3, Grain.Quarter)]
    [InlineData("2021/22 Q4", "2022-01-01 to 2022-03-31", 3, Grain.Quarter)]
    [InlineData("2021/22 YTD Apr", "2021-04-01 to 2021-04-30", 1, Grain.Month)]
    [InlineData("2021/22 YTD Jun", "2021-04-01 to 2021-06-30", 3, Grain.Quarter)]
    [InlineData("2021/22 YTD Sep", "2021-04-01 to 2021-09-30", 6, null)]
    [InlineData("2021/22 YTD Jan", "2021-04-01 to 2022-01-31", 10, null)]
    [InlineData("2021/22 YTD Mar", "2021-04-01 to 2022-03-31", 12, Grain.Year)]
    [InlineData("2021-09", "2021-09-01 to 2021-09-30", 1, Grain.Month)]
    public void A_period_is_read_with_its_days_months_and_grain_and_keeps_its_label(string text, string days, int months, Grain? grain)
    {
        var period = ReportingPeriod.Parse(text);

        Assert.Equal(days, Days(period));
        Assert.Equal(months, period.MonthCount);
        Assert.Equal(grain, period.Grain);
        Assert.Equal(text, period.Label);
    }

    [Theory]
    [InlineData("2021/22", 5, "2016/17", "2016-04-01 to 2017-03-31")]
    [InlineData("2021/22 Q4", 1, "2020/21 Q4", "2021-01-01 to 2021-03-31")]
    [InlineData("2020/21 YTD Feb", 1, "2019/20 YTD Feb", "2019-04-01 to 2020-02-29")]
    [InlineData("2024-02", 1, "2023-02", "2023-02-01 to 2023-02-28")]
    [InlineData("2023-02", 3, "2020-02", "2020-02-01 to 2020-02-29")]
    [InlineData("2021-09", 0, "2021-09", "2021-09-01 to 2021-09-30")]
    [InlineData("2003/04", 5, "1998/99", "1998-04-01 to 1999-03-31")]
    public void Years_back_are_the_same_months_also_around_a_leap_day(string text, int years, string label, string days)
    {
        var earlier = ReportingPeriod.Parse(text).YearsBack(years);

        Assert.Equal(label, earlier.Label);
        Assert.Equal(days, Days(earlier));
        Assert.Equal(ReportingPeriod.Parse(label), earlier);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021/23")]
    [InlineData("2021/2022")]
    [InlineData("2021")]
    [InlineData("2021-13")]
    [InlineData("2021/22 ")]
    [InlineData("2021/22 Q5")]
    [InlineData("2021/22 YTD")]
    [InlineData("2021/22 YTD Sept")]
    [InlineData("2021/22 YTD sep")]
    [InlineData("2021/22 YTD 09")]
    [InlineData("1899/00")]
    public void Another_spelling_is_refused_by_name_with_what_is_accepted(string text)
    {
        var refusal = Assert.Throws<PeriodFormatException>(() => ReportingPeriod.Parse(text));

        Assert.Equal($"\"{text}\" is not a period. Write {ReportingPeriod.AcceptedForms}.", refusal.Message);
        Assert.Contains("2021/22 YTD Sep", refusal.AcceptedForms, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-03", 2021)]
    [InlineData("2022-04", 2022)]
    [InlineData("2021/22 Q4", 2021)]
    [InlineData("2018/19", 2018)]
    public void The_mid_year_is_the_30_June_inside_the_financial_year(string text, int midYear)
    {
        var year = ReportingPeriod.Parse(text).FinancialYear;

        Assert.Equal(midYear, year.MidYear);
        Assert.InRange(new DateOnly(year.MidYear, 6, 30), year.FirstDay, year.LastDay);
    }

    [Fact]
    public void Periods_to_come_are_not_asked_for_by_negative_years() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingPeriod.Parse("2021/22").YearsBack(-1));

    private static string Days(ReportingPeriod period) => $"{period.FirstDay:yyyy-MM-dd} to {period.LastDay:yyyy-MM-dd}";
}
