using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Reads the periods a pivot is asked for.</summary>
internal static class AskedPeriods
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2101, 3, 31);

    /// <summary>The periods in the order they were asked for, each once.</summary>
    /// <exception cref="RequestException">INVALID_PERIOD: a text is no period, there is none, or they are given in both ways.</exception>
    public static IReadOnlyList<ReportingPeriod> Read(PivotArguments arguments)
    {
        if (arguments is { Periods: { } texts, From: null, To: null, Grain: null }) return [.. Texts(texts)];
        if (arguments is { Periods: null, From: { } from, To: { } to }) return Within(arguments.Grain ?? Grain.Year, from, to);
        throw new RequestException("INVALID_PERIOD", "Give either periods, or from and to, with grain where they are not financial years.");
    }

    private static IEnumerable<ReportingPeriod> Texts(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) throw new RequestException("INVALID_PERIOD", $"periods is empty. Write some, such as {ReportingPeriod.AcceptedForms}.");
        return texts.Select(text => ReportingPeriod.TryParse(text)
            ?? throw new RequestException("INVALID_PERIOD", $"'{text}' is not a period. Write {ReportingPeriod.AcceptedForms}.")).Distinct();
    }

    private static ReportingPeriod[] Within(Grain grain, DateOnly from, DateOnly to)
    {
        if (from < Earliest || to > Latest)
            throw new RequestException("INVALID_PERIOD", FormattableString.Invariant($"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} reaches beyond {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}."));
        var grid = SeriesGrid.Within(grain, from, to);
        if (grid.Count == 0)
            throw new RequestException("INVALID_PERIOD", FormattableString.Invariant($"There is no whole {Words(grain)} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}."));
        return [.. Enumerable.Range(0, grid.Count).Select(place => ReportingPeriod.Starting(grain, grid.Start(place)))];
    }

    private static string Words(Grain grain) => grain switch
    {
        Grain.Month => "month",
        Grain.Quarter => "financial quarter",
        _ => "financial year",
    };
}
