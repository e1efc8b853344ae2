using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Funnels;

/// <summary>What was counted in one area, and what it was exposed to.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="Observed">How many were counted, 0 or more; null where it is not known.</param>
/// <param name="Exposure">People, or the denominator of a proportion, 0 or more; null where it is not known.</param>
/// <param name="Reason">Why the area's figure may not be used or shown, such as CONFIDENTIAL; null where it may.</param>
public readonly record struct FunnelArea(int AreaId, double? Observed, double? Exposure, Reason? Reason = null)
{
    /// <summary>Why the area has no value and takes no part; null where it does.</summary>
    internal Reason? Absence(FunnelDistribution distribution)
    {
        if (Reason is not null) return Reason;
        if (Observed is not { } observed || Exposure is not { } exposure) return Statistics.Reason.NotAvailable;
        var isPartOfAWhole = distribution is FunnelDistribution.Poisson || observed <= exposure;
        return exposure > 0 && isPartOfAWhole ? null : Statistics.Reason.NotApplicable;
    }

    internal void Check()
    {
        foreach (var number in new[] { Observed ?? 0, Exposure ?? 0 })
        {
            if (!(number >= 0) || !double.IsFinite(number))
                throw new ArgumentOutOfRangeException(nameof(FunnelArea), number, $"Area {AreaId}: a count or an exposure is 0 or more, and finite.");
        }
    }
}
