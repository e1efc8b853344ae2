namespace ControlStrategy.Domain.ControlCharts;

/// <summary>What makes a point of a control chart special: the rules of NHS England's "Making data count".</summary>
public enum ControlRule
{
    /// <summary>The point lies outside the limits.</summary>
    OutsideLimits,

    /// <summary>It is one of seven or more points in a row on the same side of the mean.</summary>
    SevenOnOneSide,

    /// <summary>It is one of seven or more points in a row, each higher than the one before, or each lower.</summary>
    SevenInOneDirection,

    /// <summary>It lies beyond a near limit, as at least two of three points in a row do that are all on the same side of the mean.</summary>
    TwoOfThreeNearLimit,
}

/// <summary>Where a special point, or a run of them, points to.</summary>
public enum ControlDirection
{
    /// <summary>Above the mean; of seven in one direction, rising.</summary>
    High,

    /// <summary>Below the mean; of seven in one direction, falling.</summary>
    Low,
}

/// <summary>Why a point is special.</summary>
/// <param name="Rule">The rule it meets.</param>
/// <param name="Direction">Where it points to.</param>
public sealed record ControlFlag(ControlRule Rule, ControlDirection Direction);
