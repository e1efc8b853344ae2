using System.Globalization;

namespace ControlStrategy.Domain.Periods;

/// <summary>A year from 1 April to 31 March, written <c>2021/22</c>.</summary>
/// <param name="StartYear">The calendar year it begins in: 2021 for 2021/22. From 1900 to 2100.</param>
public readonly record struct FinancialYear(int StartYear)
{
    /// <summary>1 April of the year it begins in.</summary>
    public DateOnly FirstDay => new(StartYear, 4, 1);

    /// <summary>31 March of the year after.</summary>
    public DateOnly LastDay => new(StartYear + 1, 3, 31);

    /// <summary>The year whose mid-year population (30 June) lies inside this financial year.</summary>
    public int MidYear => StartYear;

    /// <summary>The financial year a day lies in.</summary>
    public static FinancialYear Containing(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>The year as it is written: <c>2021/22</c>, and <c>1999/00</c> at the turn of a century.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");
}
