using ControlStrategy.Domain.Periods;
using Xunit;

namespace ControlStrategy.Domain.Tests.Periods;

public sealed class PeriodNotationTests
{
    [Theory]
    [InlineData("2021-04", "2021-04-01", "2021-04-30", Grain.Month)]
    [InlineData("2020-02", "2020-02-01", "2020-02-29", Grain.Month)]
    [InlineData("2021/22 Q1", "2021-04-01", "2021-06-30", Grain.Quarter)]
    [InlineData("2021/22 Q4", "2022-01-01", "2022-03-31", Grain.Quarter)]
    [InlineData("2021/22", "2021-04-01", "2022-03-31", Grain.Year)]
    [InlineData("2021/2022", "2021-04-01", "2022-03-31", Grain.Year)]
    [InlineData("1999/00", "1999-04-01", "2000-03-31", Grain.Year)]
    [InlineData("1900/01", "1900-04-01", "1901-03-31", Grain.Year)]
    [InlineData("2100-12", "2100-12-01", "2100-12-31", Grain.Month)]
    public void A_tidy_file_writes_months_financial_quarters_and_financial_years(string text, string first, string last, Grain grain) =>
        Assert.Equal(Expected(first, last, grain), PeriodNotation.Parse(text));

    [Theory]
    [InlineData("2021/2022", "2021-04-01", "2022-03-31", Grain.Year)]
    [InlineData("2021", "2021-01-01", "2021-12-31", Grain.Year)]
    [InlineData("2021-Q2", "2021-04-01", "2021-06-30", Grain.Quarter)]
    [InlineData("2021-Q1", "2021-01-01", "2021-03-31", Grain.Quarter)]
    [InlineData("2021-04", "2021-04-01", "2021-04-30", Grain.Month)]
    public void A_cube_writes_calendar_quarters_and_calendar_years_too(string text, string first, string last, Grain grain) =>
        Assert.Equal(Expected(first, last, grain), PeriodNotation.ParseDateCode(text));

    [Theory]
    [InlineData("")]
    [InlineData(" 2021-04")]
    [InlineData("2021-04 ")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-4")]
    [InlineData("2021")]
    [InlineData("2021-Q2")]
    [InlineData("2021/23")]
    [InlineData("2021/21")]
    [InlineData("2021/2023")]
    [InlineData("2021/22 Q0")]
    [InlineData("2021/22 Q5")]
    [InlineData("2021/22 q1")]
    [InlineData("2021/22Q1")]
    [InlineData("2021/23 Q1")]
    [InlineData("1899/00")]
    [InlineData("2101-01")]
    [InlineData("٢٠٢١-٠٤")]
    public void Another_spelling_is_refused_by_name_with_what_is_accepted(string text)
    {
        var refusal = Assert.Throws<PeriodFormatException>(() => PeriodNotation.Parse(text));

        Assert.Equal(text, refusal.Text);
        Assert.Contains($"\"{text}\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("2021-04 (month), 2021/22 Q1 (financial quarter", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021/22")]
    [InlineData("2021/2023")]
    [InlineData("2021-Q5")]
    [InlineData("2021-Q")]
    [InlineData("21")]
    [InlineData("1899")]
    [InlineData("2101")]
    [InlineData("+021")]
    public void A_date_code_in_another_spelling_is_refused_with_what_is_accepted(string text)
    {
        var refusal = Assert.Throws<PeriodFormatException>(() => PeriodNotation.ParseDateCode(text));

        Assert.Equal(PeriodNotation.AcceptedDateCodes, refusal.AcceptedForms);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_year_has_four_quarters(int quarter)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FinancialQuarter(new FinancialYear(2021), quarter));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.CalendarQuarter(2021, quarter));
    }

    private static Period Expected(string first, string last, Grain grain) => new(Day(first), Day(last), grain);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2021-04")]
    [InlineData("2022-01")]
    [InlineData("2021/22 Q1")]
    [InlineData("2021/22 Q2")]
    [InlineData("2021/22 Q3")]
    [InlineData("2021/22 Q4")]
    [InlineData("2021/22")]
    [InlineData("1999/00")]
    public void What_is_written_is_read_as_the_same_period(string text) => Assert.Equal(text, PeriodNotation.Write(PeriodNotation.Parse(text)));

    [Fact]
    public void A_calendar_year_is_written_as_a_year() => Assert.Equal("2021", PeriodNotation.Write(Period.CalendarYear(2021)));
}
