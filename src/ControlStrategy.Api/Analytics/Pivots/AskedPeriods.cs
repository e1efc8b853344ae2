using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Reads the periods a pivot is asked for.</summary>
internal static class AskedPeriods
{
    private const int MostMonths = 600;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>The periods in the order they were asked for, each once.</summary>
    /// <exception cref="RequestException">
    /// INVALID_PERIOD: a text is no period, there is none, or they are given in both ways; INVALID_RANGE: from and to hold no period, or the
    /// periods lie too far apart.
    /// </exception>
    public static IReadOnlyList<ReportingPeriod> Read(PivotArguments arguments)
    {
        IReadOnlyList<ReportingPeriod> periods = arguments switch
        {
            { Periods: { } texts, From: null, To: null, Grain: null } => [.. Texts(texts)],
            { Periods: null, From: { } from, To: { } to } => Within(arguments.Grain ?? Grain.Year, from, to),
            _ => throw new RequestException("INVALID_PERIOD", "Give either periods, or from and to, with grain where they are not financial years."),
        };
        RefuseTooFarApart(periods.Min(period => period.FirstDay), periods.Max(period => period.LastDay));
        return periods;
    }

    private static IEnumerable<ReportingPeriod> Texts(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) throw new RequestException("INVALID_PERIOD", $"periods is empty. Write some, such as {ReportingPeriod.AcceptedForms}.");
        return texts.Select(text => ReportingPeriod.TryParse(text)
            ?? throw new RequestException("INVALID_PERIOD", $"'{text}' is not a period. Write {ReportingPeriod.AcceptedForms}.")).Distinct();
    }

    private static ReportingPeriod[] Within(Grain grain, DateOnly from, DateOnly to)
    {
        if (from.Year < EarliestYear || to.Year > LatestYear)
            throw new RequestException("INVALID_RANGE", FormattableString.Invariant($"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} reaches beyond the years {EarliestYear} to {LatestYear}."));
        var grid = SeriesGrid.Within(grain, from, to);
        if (grid.Count == 0)
            throw new RequestException("INVALID_RANGE", FormattableString.Invariant($"There is no whole {Words(grain)} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}."));
        return [.. Enumerable.Range(0, grid.Count).Select(place => ReportingPeriod.Starting(grain, grid.Start(place)))];
    }

    private static void RefuseTooFarApart(DateOnly first, DateOnly last)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        if (months > MostMonths)
            throw new RequestException("INVALID_RANGE", $"The periods reach over {months} months, more than {MostMonths}; ask in parts.");
    }

    private static string Words(Grain grain) => grain switch
    {
        Grain.Month => "month",
        Grain.Quarter => "financial quarter",
        _ => "financial year",
    };
}
