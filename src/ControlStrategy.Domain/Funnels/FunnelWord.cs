namespace ControlStrategy.Domain.Funnels;

/// <summary>How an area compares with the overall rate of all areas.</summary>
public enum FunnelWord
{
    /// <summary>Within the 95% limits: no farther from the overall rate than areas of its size usually are.</summary>
    AsExpected,

    /// <summary>Above the upper 95% limit: higher than expected.</summary>
    Higher,

    /// <summary>Below the lower 95% limit.</summary>
    LowerThanExpected,
}

/// <summary>How counts vary by chance alone around the overall rate.</summary>
public enum FunnelDistribution
{
    /// <summary>Poisson: counts over an exposure, such as crimes over people.</summary>
    Poisson,

    /// <summary>Binomial: proportions, a part counted out of a whole.</summary>
    Binomial,
}
