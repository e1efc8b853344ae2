using System.Diagnostics.CodeAnalysis;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Delivery;

/// <summary>Activities of one initiative and kind, added up.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Activities">How many were held.</param>
/// <param name="Counted">Of how many the people reached were counted.</param>
/// <param name="Reach">People those reached, 0 or more.</param>
public readonly record struct ActivitySum(ActivityKind Kind, int Activities, int Counted, long Reach);

/// <summary>Activities held on or before the day asked for, and on or after `since`, where it is given.</summary>
/// <param name="All">Activities of every kind.</param>
/// <param name="Kinds">Activities of each kind, also of kinds of which none was held.</param>
public sealed record ActivityCounts(ActivityCount All, IReadOnlyList<ActivityKindCount> Kinds)
{
    /// <summary>Adds activities up.</summary>
    public static ActivityCounts Of(IEnumerable<ActivitySum> sums)
    {
        var byKind = sums.ToLookup(sum => sum.Kind);
        return new ActivityCounts(
            ActivityCount.Of(byKind.SelectMany(group => group)),
            [.. Enum.GetValues<ActivityKind>().Select(kind => new ActivityKindCount(kind, ActivityCount.Of(byKind[kind])))]);
    }
}

/// <summary>How many activities there were, and whom they reached.</summary>
public record ActivityCount
{
    private ActivityCount()
    {
    }

    /// <summary>Activities held.</summary>
    public required int Activities { get; init; }

    /// <summary>Activities whose people reached were counted.</summary>
    public required int Counted { get; init; }

    /// <summary>People reached by those that counted them, who came twice counted twice; null where activities were held and none counted.</summary>
    public required long? Reach { get; init; }

    /// <summary>Why there is no reach: NOT_AVAILABLE where no activity counted it; null where there is one.</summary>
    public required Reason? Reason { get; init; }

    internal static ActivityCount Of(IEnumerable<ActivitySum> sums)
    {
        var (activities, counted, reach) = (0, 0, 0L);
        foreach (var sum in sums)
            (activities, counted, reach) = (activities + sum.Activities, counted + sum.Counted, reach + sum.Reach);
        var isUnknown = activities > 0 && counted == 0;
        return new ActivityCount
        {
            Activities = activities,
            Counted = counted,
            Reach = isUnknown ? null : reach,
            Reason = isUnknown ? Statistics.Reason.NotAvailable : null,
        };
    }
}

/// <summary>How many activities of one kind there were, and whom they reached.</summary>
public sealed record ActivityKindCount : ActivityCount
{
    [SetsRequiredMembers]
    internal ActivityKindCount(ActivityKind kind, ActivityCount count) : base(count) => Kind = kind;

    /// <summary>The kind.</summary>
    public ActivityKind Kind { get; }
}
