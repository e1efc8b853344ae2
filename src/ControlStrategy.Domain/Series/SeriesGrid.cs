using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Series;

/// <summary>Consecutive periods of one grain.</summary>
/// <param name="Grain">Their length.</param>
/// <param name="FirstDay">First day of the first.</param>
/// <param name="Count">How many there are, 0 or more.</param>
public sealed record SeriesGrid(Grain Grain, DateOnly FirstDay, int Count)
{
    private const int MonthsOfYear = 12;

    /// <summary>Months of each period.</summary>
    public int MonthCount => Grain.MonthCount();

    /// <summary>Last day of the last period; the day before the first where there is none.</summary>
    public DateOnly LastDay => Start(Count).AddDays(-1);

    /// <summary>How many periods make a year.</summary>
    public int PeriodsOfYear => MonthsOfYear / MonthCount;

    /// <summary>The whole periods of a grain from one day to another, both included. Quarters and years are the financial year's.</summary>
    /// <param name="grain">The grain.</param>
    /// <param name="from">First day looked at, from the year 1 on.</param>
    /// <param name="to">Last day looked at.</param>
    public static SeriesGrid Within(Grain grain, DateOnly from, DateOnly to)
    {
        var months = grain.MonthCount();
        var first = new DateOnly(from.Year, from.Month, 1);
        if (first < from) first = first.AddMonths(1);
        while ((first.Month + 8) % months != 0)
            first = first.AddMonths(1);
        var after = to == DateOnly.MaxValue ? to : to.AddDays(1);
        var count = MonthsBetween(first, after) / months;
        return new SeriesGrid(grain, first, Math.Max(0, count));
    }

    /// <summary>The same periods with others before them.</summary>
    /// <param name="earlier">How many, 0 or more.</param>
    public SeriesGrid Extended(int earlier) => this with { FirstDay = FirstDay.AddMonths(-earlier * MonthCount), Count = Count + earlier };

    /// <summary>First day of a period; of the one after the last too.</summary>
    /// <param name="place">Its place, from 0.</param>
    public DateOnly Start(int place) => FirstDay.AddMonths(place * MonthCount);

    /// <summary>The period at a place.</summary>
    /// <param name="place">Its place, from 0.</param>
    public Period At(int place) => new(Start(place), Start(place + 1).AddDays(-1), Grain);

    /// <summary>The place of the period that holds an observation wholly; null where none does.</summary>
    /// <param name="start">The observation's first day, the first of a month.</param>
    /// <param name="grain">Its length.</param>
    public int? PlaceOf(DateOnly start, Grain grain)
    {
        var months = MonthsBetween(FirstDay, start);
        if (months < 0 || (months % MonthCount) + grain.MonthCount() > MonthCount) return null;
        var place = months / MonthCount;
        return place < Count ? place : null;
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => ((to.Year - from.Year) * MonthsOfYear) + to.Month - from.Month;
}
