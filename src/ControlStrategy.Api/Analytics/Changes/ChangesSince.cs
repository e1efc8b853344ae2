using ControlStrategy.Data.Revisions;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Revisions;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Changes;

/// <summary>The figures of which something else is known now, or at a later moment, than was known at a moment.</summary>
/// <param name="AsAt">The moment.</param>
/// <param name="Until">The later moment; null for now.</param>
/// <param name="TotalCount">How many changes there are on all pages.</param>
/// <param name="Counts">How many there are of each kind of figure and change that there is.</param>
/// <param name="HasNextPage">Whether there are changes after this page.</param>
/// <param name="EndCursor">Cursor of the page's last change, for `after`; null on an empty page.</param>
/// <param name="Changes">One for each changed figure, however often it was revised: observations, targets, populations, estimates; of each by measure or question and by area in the order they were made, then by period.</param>
public sealed record ChangesSince(
    DateTimeOffset AsAt,
    DateTimeOffset? Until,
    int TotalCount,
    IReadOnlyList<ChangeCount> Counts,
    bool HasNextPage,
    string? EndCursor,
    IReadOnlyList<FigureChange> Changes);

/// <summary>A figure as it was known and as it is known later. One that was revised and corrected back is no change.</summary>
public sealed record FigureChange
{
    /// <summary>What sort of figure.</summary>
    public required FigureKind Figure { get; init; }

    /// <summary>What sort of change.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The measure of an observation or target; null for the other figures.</summary>
    public required EntityKey<Measure>? Measure { get; init; }

    /// <summary>The question of an estimate; null for the other figures.</summary>
    public required EntityKey<SurveyQuestion>? Question { get; init; }

    /// <summary>Where.</summary>
    public required EntityKey<Area> Area { get; init; }

    /// <summary>The period as it is written: `2021/22`, `2021/22 Q2`, `2021-09`; `mid-2021` for a population, the wave's label for an estimate.</summary>
    public required string Period { get; init; }

    /// <summary>First day of the period; of a population 30 June, of an estimate the first day of fieldwork.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period; of a population 30 June, of an estimate the last day of fieldwork.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Length of the period; null for populations and estimates.</summary>
    public required Grain? Grain { get; init; }

    /// <summary>What was known; null for a new figure.</summary>
    public required FigureState? Before { get; init; }

    /// <summary>What is known later.</summary>
    public required FigureState After { get; init; }

    /// <summary>The later value less the earlier, exact: a number for counts and populations, percentage points for percentages and estimates, per 10,000 for rates; null where one of them is missing.</summary>
    public required decimal? Difference { get; init; }

    /// <summary>The difference in per cent of the earlier value (10.5 is 10.5%); for counts and populations only, and not from 0.</summary>
    public required double? Percent { get; init; }

    /// <summary>Why difference, per cent or both are missing: NOT_AVAILABLE for a new figure, NOT_APPLICABLE for the per cent of a percentage or from 0, the estimate's reason where it is withheld; null where both are there.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>The import that brought what is known later; null where it came with the product.</summary>
    public required EntityKey<Import>? Import { get; init; }

    internal static FigureChange Of(FigureRevision revision)
    {
        var (place, difference) = (revision.Place, Revision.Between(revision.Before, revision.After, revision.MeasureKind));
        return new FigureChange
        {
            Figure = place.Figure,
            Kind = revision.Kind,
            Measure = place.Figure is FigureKind.Observation or FigureKind.Target ? new EntityKey<Measure>(place.Subject) : null,
            Question = place.Figure is FigureKind.Estimate ? new EntityKey<SurveyQuestion>(place.Subject) : null,
            Area = new EntityKey<Area>(place.AreaId),
            Period = revision.Period,
            PeriodStart = place.PeriodStart,
            PeriodEnd = place.PeriodEnd,
            Grain = revision.Grain,
            Before = revision.Before,
            After = revision.After,
            Difference = difference.Difference,
            Percent = difference.Percent,
            Reason = difference.Reason,
            Import = revision.ImportId is { } import ? new EntityKey<Import>(import) : null,
        };
    }
}
