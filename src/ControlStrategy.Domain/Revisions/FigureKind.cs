namespace ControlStrategy.Domain.Revisions;

/// <summary>What sort of stored figure it is.</summary>
public enum FigureKind
{
    /// <summary>A value of a measure for an area and a period.</summary>
    Observation,

    /// <summary>What a measure should be in an area in a financial year.</summary>
    Target,

    /// <summary>How many people lived in an area in the middle of a year.</summary>
    Population,

    /// <summary>A percentage of favourable responses in a survey's wave and an area.</summary>
    Estimate,
}

/// <summary>How what is known of a figure differs from what was known of it.</summary>
public enum ChangeKind
{
    /// <summary>It had another value, or was made of other parts; its status may have changed too.</summary>
    Revised,

    /// <summary>There was no such figure.</summary>
    New,

    /// <summary>It was provisional and is final; its value and parts are the same.</summary>
    Finalised,

    /// <summary>It was final and may change again; its value and parts are the same.</summary>
    Reopened,
}
