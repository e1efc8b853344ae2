using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Api.Composition;

/// <summary>Texts of periods that rows are grouped by; their keys count months, quarters and years from the beginning of the calendar.</summary>
internal static class PeriodKeys
{
    public const string MonthDescription = "The month, written `2021-09`; null where the row is of a longer period or of none.";
    public const string QuarterDescription = "The quarter of the financial year, written `2021/22 Q2`; null where the row is of a longer period or of none. A quarter under way has the months there are; countDistinct { month } tells.";
    public const string YearDescription = "The financial year, April to March, written `2021/22`; null where the row is of a calendar year or of no period. A year under way has the months there are; countDistinct { month } tells.";

    /// <param name="months">Months since January of year 0.</param>
    public static string Month(int months) => PeriodNotation.Write(Period.Month(months / 12, (months % 12) + 1));

    /// <param name="quarters">Quarters since April of year 0.</param>
    public static string Quarter(int quarters) => PeriodNotation.Write(Period.FinancialQuarter(new FinancialYear(quarters / 4), (quarters % 4) + 1));

    /// <param name="years">Calendar year the financial year begins in.</param>
    public static string Year(int years) => new FinancialYear(years).ToString();
}
