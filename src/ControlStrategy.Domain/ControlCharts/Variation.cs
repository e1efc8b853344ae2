namespace ControlStrategy.Domain.ControlCharts;

/// <summary>How a series stands at its last point.</summary>
public enum Variation
{
    /// <summary>Varies as it usually does.</summary>
    CommonCause,

    /// <summary>Higher than chance allows, and higher is better.</summary>
    ImprovingHigh,

    /// <summary>Lower than chance allows, and lower is better.</summary>
    ImprovingLow,

    /// <summary>Higher than chance allows, and lower is better.</summary>
    ConcerningHigh,

    /// <summary>Lower than chance allows, and higher is better.</summary>
    ConcerningLow,

    /// <summary>Higher than chance allows, and neither direction is better.</summary>
    NeutralHigh,

    /// <summary>Lower than chance allows, and neither direction is better.</summary>
    NeutralLow,
}

/// <summary>Whether a series that goes on like this can be expected to meet its target.</summary>
public enum Assurance
{
    /// <summary>The limits lie wholly on the good side of the target.</summary>
    ConsistentlyPassing,

    /// <summary>The limits lie wholly on the bad side of the target.</summary>
    ConsistentlyFailing,

    /// <summary>The target lies between the limits: whether it is met is chance.</summary>
    HitOrMiss,
}
