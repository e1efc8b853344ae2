namespace ControlStrategy.Domain.Periods;

/// <summary>Successive whole months.</summary>
/// <param name="FirstDay">The first day of the first of them.</param>
/// <param name="MonthCount">How many there are, 1 or more.</param>
public readonly record struct MonthSpan(DateOnly FirstDay, int MonthCount)
{
    /// <summary>The first day after them.</summary>
    public DateOnly DayAfter => FirstDay.AddMonths(MonthCount);
}
