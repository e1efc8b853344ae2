using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Surveys;

/// <summary>Which two estimates of a survey question to compare.</summary>
public sealed record SurveyComparisonArguments
{
    /// <summary>Code of the survey, such as `SCJS`.</summary>
    public required string Survey { get; init; }

    /// <summary>Code of the question, such as `QRATPOL`.</summary>
    public required string Question { get; init; }

    /// <summary>The area: its GSS code, one it had before, or a police division's letter.</summary>
    public required string Area { get; init; }

    /// <summary>Label of the wave to compare with: `2012-13` or `2012/13`, `2016-18` for sweeps pooled.</summary>
    public required string From { get; init; }

    /// <summary>Label of the wave asked about; it may be the same wave where toArea is another area.</summary>
    public required string To { get; init; }

    /// <summary>The area of the second estimate, to compare two areas, or an area with the nation; without it, the same area.</summary>
    public string? ToArea { get; init; }

    /// <summary>Estimates and breaks as they were known at this moment; without it, as they are now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}

/// <summary>Two estimates of a survey question: how far apart they are, and whether that is more than chance.</summary>
/// <param name="Question">The question.</param>
/// <param name="FromWave">The wave of the first estimate.</param>
/// <param name="FromArea">The area of the first estimate.</param>
/// <param name="From">The first estimate.</param>
/// <param name="ToWave">The wave of the second estimate.</param>
/// <param name="ToArea">The area of the second estimate.</param>
/// <param name="To">The second estimate.</param>
/// <param name="Difference">The second less the first, in percentage points, unrounded; null where the two may not be compared.</param>
/// <param name="Threshold">How far apart they must be, and further, to differ significantly, in percentage points: √(half-width² +
/// half-width²); null where the reason says why.</param>
/// <param name="Significant">Whether they differ significantly at 5%; null where the reason says why.</param>
/// <param name="Verdict">What that means, by the question's polarity; null where the reason says why.</param>
/// <param name="Reason">Why there is no test; null where there is one.</param>
/// <param name="Breaks">The changes of wording or design between the two waves, oldest first.</param>
/// <param name="Method">How half-widths and test are computed, and where that is from.</param>
/// <param name="DataAsAt">When the newer of the two estimates was recorded; null where there is none.</param>
/// <param name="Sources">Where the estimates were published.</param>
public sealed record SurveyComparison(
    EntityKey<SurveyQuestion> Question,
    EntityKey<SurveyWave> FromWave,
    EntityKey<Area> FromArea,
    ShownEstimate From,
    EntityKey<SurveyWave> ToWave,
    EntityKey<Area> ToArea,
    ShownEstimate To,
    double? Difference,
    double? Threshold,
    bool? Significant,
    EstimateVerdict? Verdict,
    Reason? Reason,
    IReadOnlyList<SurveyBreak> Breaks,
    string Method,
    DateTimeOffset? DataAsAt,
    IReadOnlyList<string> Sources);

/// <summary>A day from which a question's estimates are not alike those before.</summary>
/// <param name="StartsOn">Waves whose fieldwork begins on or after this day are asked the new way.</param>
/// <param name="Reason">What changed.</param>
public sealed record SurveyBreak(DateOnly StartsOn, string Reason);
