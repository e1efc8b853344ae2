namespace ControlStrategy.Domain.Series;

/// <summary>What each point of a series stands for.</summary>
public enum SeriesTransform
{
    /// <summary>Its own period.</summary>
    Discrete,

    /// <summary>From 1 April to the end of its period.</summary>
    YearToDate,

    /// <summary>The 12 months to the end of its period.</summary>
    Rolling12,
}
