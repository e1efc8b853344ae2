using ControlStrategy.Domain.Periods;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>The period a scorecard is asked for, and the one it is compared with.</summary>
/// <param name="Period">The period.</param>
/// <param name="ComparedYearsBack">How many years before it the other one lies, 1 to 20.</param>
internal sealed record AskedPeriod(ReportingPeriod Period, int ComparedYearsBack)
{
    private const int MostYearsBack = 20;

    /// <exception cref="RequestException">INVALID_PERIOD: a text is no period; PERIOD_MISMATCH: the two cannot be compared.</exception>
    public static AskedPeriod Read(ScorecardArguments arguments) =>
        arguments.CompareWith is { } earlier ? Between(earlier, arguments.Period) : new AskedPeriod(Parse(arguments.Period), 1);

    /// <summary>A period and an earlier one that it is compared with.</summary>
    /// <exception cref="RequestException">INVALID_PERIOD: a text is no period; PERIOD_MISMATCH: the two cannot be compared.</exception>
    public static AskedPeriod Between(string earlier, string later)
    {
        var period = Parse(later);
        return new AskedPeriod(period, YearsBetween(period, Parse(earlier)));
    }

    /// <exception cref="RequestException">INVALID_PERIOD: the text is no period.</exception>
    public static ReportingPeriod Parse(string text) => ReportingPeriod.TryParse(text)
        ?? throw new RequestException("INVALID_PERIOD", $"'{text}' is not a period. Write {ReportingPeriod.AcceptedForms}.");

    private static int YearsBetween(ReportingPeriod period, ReportingPeriod other)
    {
        var years = period.FirstDay.Year - other.FirstDay.Year;
        if (years is < 1 or > MostYearsBack || period.YearsBack(years).FirstDay != other.FirstDay || period.MonthCount != other.MonthCount)
            throw new RequestException("PERIOD_MISMATCH", $"{period} cannot be compared with {other}: only with the same months of 1 to {MostYearsBack} years before.");
        return years;
    }
}
