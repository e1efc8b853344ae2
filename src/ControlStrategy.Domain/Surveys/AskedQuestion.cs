using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Surveys;

/// <summary>A survey question with what decides how its estimates may be shown and compared.</summary>
public sealed record AskedQuestion
{
    /// <summary>How people came to take part.</summary>
    public required SurveyDesign Design { get; init; }

    /// <summary>Whether a lower or a higher share is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>All waves of the survey, in any order.</summary>
    public required IReadOnlyCollection<SurveyWave> Waves { get; init; }

    /// <summary>From when on its estimates are not alike those before, in any order.</summary>
    public required IReadOnlyCollection<QuestionBreak> Breaks { get; init; }

    /// <summary>The estimate as it may be shown: not on a base of 50 or fewer, and of a self-selecting survey without a margin of error.</summary>
    /// <param name="wave">The wave it was estimated in.</param>
    /// <param name="recorded">What is on record; null where nothing is.</param>
    public ShownEstimate Show(SurveyWave wave, RecordedEstimate? recorded)
    {
        ArgumentNullException.ThrowIfNull(wave);
        if (recorded is not var (percentage, unweightedBase, isWithheld))
            return ShownEstimate.Missing(Reason.NotAvailable);
        if (isWithheld || (percentage is not null && unweightedBase <= SurveyEstimate.LargestBaseWithheld))
            return ShownEstimate.Missing(Reason.LowReliability, unweightedBase);
        if (percentage is not { } share)
            return ShownEstimate.Missing(Reason.NotAvailable, unweightedBase);
        if (Design is SurveyDesign.SelfSelecting)
            return ShownEstimate.WithoutMargin(share, unweightedBase, Reason.NotAProbabilitySample);
        return unweightedBase is { } people && wave.FactorAmong(Waves) is { } factor
            ? ShownEstimate.WithMargin(share, people, factor)
            : ShownEstimate.WithoutMargin(share, unweightedBase, Reason.NotAvailable);
    }

    /// <summary>
    /// The second estimate against the first: of two waves, of two areas in one wave, or both. An area against the nation is tested by the
    /// same rule, as the Scottish Government does, although the nation's sample has the area's in it.
    /// </summary>
    /// <param name="first">The estimate compared with.</param>
    /// <param name="second">The estimate asked about.</param>
    public EstimateComparison Compare(EstimatePoint first, EstimatePoint second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (Design is SurveyDesign.SelfSelecting)
            return EstimateComparison.NotMade(Reason.NotAProbabilitySample);
        if (RestOnTheSameInterviews(first, second))
            return EstimateComparison.NotMade(Reason.NotApplicable);
        return Breaks.Any(broken => broken.Divides(first.Wave, second.Wave))
            ? EstimateComparison.NotMade(Reason.BreakInSeries)
            : EstimateComparison.Between(first.Estimate, second.Estimate, Polarity);
    }

    private static bool RestOnTheSameInterviews(EstimatePoint first, EstimatePoint second) =>
        first.Wave.Label == second.Wave.Label ? first.AreaId == second.AreaId : first.Wave.SharesInterviewsWith(second.Wave);
}

/// <summary>An estimate as it is on record.</summary>
/// <param name="Percentage">Share of favourable responses in per cent, 0 to 100; null where there is none.</param>
/// <param name="UnweightedBase">People who answered; null where not published.</param>
/// <param name="IsWithheld">Whether it was published as resting on too few answers, [u].</param>
public readonly record struct RecordedEstimate(decimal? Percentage, int? UnweightedBase, bool IsWithheld);

/// <summary>An estimate of one area in one wave.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="Wave">The wave.</param>
/// <param name="Estimate">What may be shown.</param>
public sealed record EstimatePoint(int AreaId, SurveyWave Wave, ShownEstimate Estimate);
