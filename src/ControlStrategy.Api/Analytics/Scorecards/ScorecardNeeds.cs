using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;

namespace ControlStrategy.Api.Analytics.Scorecards;

/// <summary>What must be read for what was selected of a scorecard.</summary>
/// <param name="isSelected">Whether a member of a scorecard was selected.</param>
/// <param name="period">The period asked about.</param>
/// <param name="comparedYearsBack">How many years before it the period it is compared with lies.</param>
internal sealed class ScorecardNeeds(Func<string, bool> isSelected, ReportingPeriod period, int comparedYearsBack)
{
    // Changes over as many years as asked; five of them say how much they vary.
    private const int EarlierChanges = 5;

    private static readonly string[] Test = ["method", "pValue", "plainPValue", "dispersion", "earlierChanges", "adjustedPValue", "significance", "testReason"];

    public bool Tests { get; } = Test.Any(member => isSelected($"rows.change.{member}"));

    public bool Sources { get; } = isSelected("sources");

    public bool Outcomes { get; } = isSelected("outcomes");

    public bool Commentary { get; } = isSelected("rows.commentary");

    public bool Populations => Tests || isSelected("rows.rate");

    public bool Charts => Outcomes || HasRow("variation", "assurance", "chartReason");

    public bool Aims => Outcomes || HasRow("target", "rag", "assurance");

    /// <summary>Whether the 12 months to the end of the period must be read besides the period.</summary>
    public bool Rolling12 => !period.IsFinancialYear && (Outcomes || HasRow("rolling12", "rolling12Change", "rag"));

    /// <summary>How many years before the period are needed.</summary>
    public int YearsBack
    {
        get
        {
            if (Tests) return Math.Max(ScorecardRequest.HistoryYears, comparedYearsBack + EarlierChanges);
            var years = HasRow("fiveYearMean", "fiveYearChange") ? Domain.Scorecards.Scorecard.MeanYears : 0;
            return HasRow("previous", "change", "rolling12Change") ? Math.Max(years, comparedYearsBack) : years;
        }
    }

    private bool HasRow(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (isSelected($"rows.{member}")) return true;
        }
        return false;
    }
}
