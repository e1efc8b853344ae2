using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Surveys;

/// <summary>What a survey trend is asked for.</summary>
public sealed record SurveyTrendArguments
{
    /// <summary>Code of the survey, such as `SCJS`.</summary>
    public required string Survey { get; init; }

    /// <summary>Code of the question, such as `QRATPOL`.</summary>
    public required string Question { get; init; }

    /// <summary>The areas in the order of the answer: GSS codes, now or former, or letters of police divisions. Without areas and level, Scotland.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>All areas of a level, by code; after those named by areas.</summary>
    public AreaLevel? Level { get; init; }

    /// <summary>Label of the first wave, such as `2012-13`; without it, from the survey's first wave on.</summary>
    public string? From { get; init; }

    /// <summary>Label of the last wave; without it, to the survey's last.</summary>
    public string? To { get; init; }

    /// <summary>True for pooled sweeps only, false for single sweeps only; without it, both, as series of their own.</summary>
    public bool? Pooled { get; init; }

    /// <summary>Estimates and breaks as they were known at this moment; without it, as they are now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}

/// <summary>Estimates of a survey question by area and wave, with what may be said of their changes.</summary>
/// <param name="Question">The question.</param>
/// <param name="Breaks">The changes of its wording or of the survey's design, oldest first: no line is drawn across one.</param>
/// <param name="Method">How half-widths and tests are computed, and where that is from.</param>
/// <param name="DataAsAt">When the newest of the estimates read for it was recorded; null where nothing was found.</param>
/// <param name="Sources">Where the estimates read for it were published, each source once.</param>
/// <param name="Series">For each area one series of sweeps and one of pooled sweeps, as far as any asked area has such waves.</param>
public sealed record SurveyTrend(
    EntityKey<SurveyQuestion> Question,
    IReadOnlyList<SurveyBreak> Breaks,
    string Method,
    DateTimeOffset? DataAsAt,
    IReadOnlyList<string> Sources,
    IReadOnlyList<SurveySeries> Series);

/// <summary>The estimates of one area in the order of fieldwork: of sweeps, or of pooled sweeps, which share interviews with them.</summary>
/// <param name="Area">The area.</param>
/// <param name="Pooled">Whether its waves pool several sweeps.</param>
/// <param name="Points">One for each wave that any of the asked areas has estimates of.</param>
/// <param name="Pairs">Every wave against every earlier one.</param>
public sealed record SurveySeries(
    EntityKey<Area> Area,
    bool Pooled,
    IReadOnlyList<SurveyPoint> Points,
    IReadOnlyList<SurveyChange> Pairs);

/// <summary>The estimate of one wave, and how it compares.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Estimate">The estimate with its margin of error.</param>
/// <param name="SincePrevious">Against the newest wave before it in the series whose estimate is shown; null where there is none.</param>
/// <param name="SinceFirst">Against the first wave of the series whose estimate is shown; null where there is none before it.</param>
/// <param name="AgainstNation">The area less the nation in the same wave, by the same test; for the nation itself NOT_APPLICABLE.</param>
public sealed record SurveyPoint(
    EntityKey<SurveyWave> Wave,
    ShownEstimate Estimate,
    SurveyChange? SincePrevious,
    SurveyChange? SinceFirst,
    EstimateComparison AgainstNation);

/// <summary>The estimate of a wave against that of an earlier one.</summary>
/// <param name="From">The earlier wave.</param>
/// <param name="To">The later wave.</param>
/// <param name="Difference">The later less the earlier, in percentage points, unrounded; null where the two may not be compared.</param>
/// <param name="Threshold">How far apart they must be, and further, to differ significantly, in percentage points; null where the reason says why.</param>
/// <param name="Significant">Whether they differ significantly at 5%; null where the reason says why.</param>
/// <param name="Verdict">What that means, by the question's polarity; null where the reason says why.</param>
/// <param name="Reason">Why there is no test; null where there is one.</param>
public sealed record SurveyChange(
    EntityKey<SurveyWave> From,
    EntityKey<SurveyWave> To,
    double? Difference,
    double? Threshold,
    bool? Significant,
    EstimateVerdict? Verdict,
    Reason? Reason);
