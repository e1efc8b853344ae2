using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>All periods of a pivot as one: of one length and apart from each other, so that nothing is added up twice or unlike.</summary>
internal sealed class PeriodsTogether
{
    private PeriodsTogether(ReportingPeriod span, int last, bool isWithinYear)
    {
        Span = span;
        Last = last;
        IsWithinYear = isWithinYear;
    }

    /// <summary>Whether all lie in one financial year, so that they have a year before, a population and a target.</summary>
    public bool IsWithinYear { get; }

    /// <summary>From the first to the last of them within a financial year; else the last of them.</summary>
    public ReportingPeriod Span { get; }

    /// <summary>The place of the last of them: how things stand at their end is how they stand at its end.</summary>
    public int Last { get; }

    /// <summary>The periods as one; null where they are not of one length, or overlap.</summary>
    public static PeriodsTogether? Of(IReadOnlyList<ReportingPeriod> periods)
    {
        int[] order = [.. Enumerable.Range(0, periods.Count).OrderBy(place => periods[place].FirstDay)];
        var (first, last) = (periods[order[0]], periods[order[^1]]);
        var isApart = order.Zip(order.Skip(1)).All(pair => periods[pair.First].LastDay < periods[pair.Second].FirstDay);
        if (!isApart || periods.Any(period => period.MonthCount != first.MonthCount)) return null;
        var isWithinYear = first.FinancialYear == last.FinancialYear;
        var months = ((last.FirstDay.Year - first.FirstDay.Year) * 12) + last.FirstDay.Month - first.FirstDay.Month + last.MonthCount;
        return new PeriodsTogether(isWithinYear ? ReportingPeriod.Spanning(new MonthSpan(first.FirstDay, months)) : last, order[^1], isWithinYear);
    }

    /// <summary>
    /// What they come to together, by years back; without the years before where they lie in several financial years, whose year before is
    /// partly one of them.
    /// </summary>
    /// <param name="years">For each period what was found, by years back.</param>
    /// <param name="kind">What the measure's values are.</param>
    public Search[] Years(IReadOnlyList<Search[]> years, MeasureKind kind) =>
        [.. Enumerable.Range(0, IsWithinYear ? years[0].Length : 1).Select(back => Search.OverTime([.. years.Select(found => found[back])], kind))];
}
