namespace ControlStrategy.Domain.Periods;

/// <summary>The stretch of time one observation stands for.</summary>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day, part of the period.</param>
/// <param name="Grain">Its length.</param>
public readonly record struct Period(DateOnly FirstDay, DateOnly LastDay, Grain Grain)
{
    /// <summary>A calendar month.</summary>
    /// <param name="year">The calendar year, 1 to 9998.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static Period Month(int year, int month) => Starting(new DateOnly(year, month, 1), Grain.Month);

    /// <summary>A quarter of a calendar year; financial quarters are the same stretches under other numbers.</summary>
    /// <param name="year">The calendar year, 1 to 9998.</param>
    /// <param name="quarter">1 (January to March) to 4 (October to December).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period CalendarQuarter(int year, int quarter) => Starting(new DateOnly(year, (quarter * 3) - 2, 1), Grain.Quarter);

    /// <summary>A quarter of a financial year.</summary>
    /// <param name="year">The financial year.</param>
    /// <param name="quarter">1 (April to June) to 4 (January to March).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period FinancialQuarter(FinancialYear year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Starting(year.FirstDay.AddMonths(3 * (quarter - 1)), Grain.Quarter);
    }

    /// <summary>A whole financial year.</summary>
    public static Period Year(FinancialYear year) => Starting(year.FirstDay, Grain.Year);

    /// <summary>A whole calendar year, January to December.</summary>
    /// <param name="year">The calendar year, 1 to 9998.</param>
    public static Period CalendarYear(int year) => Starting(new DateOnly(year, 1, 1), Grain.Year);

    private static Period Starting(DateOnly firstDay, Grain grain) =>
        new(firstDay, firstDay.AddMonths(grain.MonthCount()).AddDays(-1), grain);
}

/// <summary>Lengths of grains.</summary>
public static class GrainLength
{
    /// <summary>The number of months in a period of this grain: 1, 3 or 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no grain.</exception>
    public static int MonthCount(this Grain grain) => grain switch
    {
        Grain.Month => 1,
        Grain.Quarter => 3,
        Grain.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, "Not a grain."),
    };
}
