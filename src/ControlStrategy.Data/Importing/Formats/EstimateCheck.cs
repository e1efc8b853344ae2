using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Checks that the numbers of an estimate fit one another.</summary>
internal static class EstimateCheck
{
    // The published interval and the percentage are rounded to four decimals each; the largest difference among the published 5,649 is
    // 0.0001.
    private const double Rounding = 0.0002;

    /// <summary>Refuses a percentage on too small a base, and one that is missing or withheld without a reason.</summary>
    public static void Refuse(TidyRow row, SurveyRow estimate, string baseColumn)
    {
        if (estimate.Percentage > 100)
            row.Refuse("percentage", "is above 100: an estimate is a share in per cent");
        if (estimate.Percentage is not null && estimate.UnweightedBase <= SurveyEstimate.LargestBaseWithheld)
            row.Refuse(baseColumn, $"carries no percentage: a base of {SurveyEstimate.LargestBaseWithheld} or fewer is withheld as [u]");
        if (estimate.Percentage is null && estimate.Shorthand is not ("[u]" or "[x]"))
            row.Refuse(
                row.Has("shorthand") ? "shorthand" : "percentage",
                "is no reason why there is no percentage: write [u] or [x] as shorthand");
        if (estimate.Percentage is not null && estimate.Shorthand is not null)
            row.Refuse("shorthand", "stands beside a percentage: it takes the place of one");
    }

    /// <summary>Half the width of the interval in percentage points; none without percentage, base or factor.</summary>
    public static double? HalfWidth(SurveyRow estimate) =>
        estimate is { Percentage: { } percentage, UnweightedBase: { } people, DesignFactor: > 0 and var factor }
            ? MarginOfError.HalfWidth((double)percentage, people, (double)factor)
            : null;

    /// <summary>Whether a published number is the computed one, give or take its rounding.</summary>
    public static bool Agrees(double published, double computed) => Math.Abs(published - computed) <= Rounding;
}
