using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An estimate as a file states it, with what the file says of its survey, question and wave.</summary>
internal sealed record SurveyRow
{
    public required SurveyStatement Survey { get; init; }

    public required QuestionStatement Question { get; init; }

    public required Sweep Wave { get; init; }

    public decimal? DesignFactor { get; init; }

    public required int AreaId { get; init; }

    public decimal? Percentage { get; init; }

    public int? UnweightedBase { get; init; }

    public string? Shorthand { get; init; }
}

/// <summary>What a file says of a survey; all but the code is needed only where the survey is not known.</summary>
internal sealed record SurveyStatement(string Code, string? Name, string? Provider, SurveyDesign? Design);

/// <summary>What a file says of a question; all but the code is needed only where the question is not known.</summary>
internal sealed record QuestionStatement(string Code, string? Wording, string? FavourableResponses, Polarity? Polarity, string? Summary);

/// <summary>The columns in which a format states what is checked against the survey held.</summary>
internal sealed record SurveyColumnNames(string Survey, string Question, string Polarity, string DesignFactor)
{
    /// <summary>The column of a survey's design; none where the format has none.</summary>
    public string Design { get; init; } = Survey;
}

/// <summary>Checks that the numbers of an estimate fit one another.</summary>
internal static class EstimateCheck
{
    // The published interval is 1.96 standard errors either side. It and the percentage are rounded to four decimals each; the
    // largest difference among the published 5,649 is 0.0001.
    private const double StandardErrors = 1.96;
    private const double Rounding = 0.0002;

    /// <summary>Refuses a percentage on too small a base, and one that is missing or withheld without a reason.</summary>
    public static void Refuse(TidyRow row, SurveyRow estimate, string baseColumn)
    {
        if (estimate.Percentage > 100)
            row.Refuse("percentage", "is above 100: an estimate is a share in per cent");
        if (estimate.Percentage is not null && estimate.UnweightedBase <= SurveyEstimate.LargestBaseWithheld)
            row.Refuse(baseColumn, $"carries no percentage: a base of {SurveyEstimate.LargestBaseWithheld} or fewer is withheld as [u]");
        if (estimate.Percentage is null && estimate.Shorthand is not ("[u]" or "[x]"))
            row.Refuse(row.Has("shorthand") ? "shorthand" : "percentage", "is no reason why there is no percentage: write [u] or [x] as shorthand");
        if (estimate.Percentage is not null && estimate.Shorthand is not null)
            row.Refuse("shorthand", "stands beside a percentage: it takes the place of one");
    }

    /// <summary>Half the width of the interval in percentage points; none without percentage, base or factor.</summary>
    public static double? HalfWidth(SurveyRow estimate)
    {
        if (estimate is not { Percentage: { } percentage, UnweightedBase: { } people, DesignFactor: { } factor })
            return null;
        var share = (double)percentage / 100;
        return 100 * StandardErrors * (double)factor * Math.Sqrt(share * (1 - share) / people);
    }

    /// <summary>Whether a published number is the computed one, give or take its rounding.</summary>
    public static bool Agrees(double published, double computed) => Math.Abs(published - computed) <= Rounding;
}
