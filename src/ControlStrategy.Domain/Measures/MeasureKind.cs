namespace ControlStrategy.Domain.Measures;

/// <summary>Which of the three things the strategy considers measuring a measure belongs to.</summary>
public enum MeasureGroup
{
    /// <summary>Delivery of initiatives and their impact on crime.</summary>
    DeliveryAndImpact,

    /// <summary>Outputs: engagement, problem solving and communication.</summary>
    Output,

    /// <summary>What people think of crime and of the police.</summary>
    Confidence,
}

/// <summary>What sort of number a measure gives.</summary>
public enum MeasureKind
{
    /// <summary>A number of things counted; it adds up over areas and periods.</summary>
    Count,

    /// <summary>A count for each unit of population; computed from sums, never averaged.</summary>
    Rate,

    /// <summary>A share in per cent, 0 to 100 and more; computed from summed numerators and denominators.</summary>
    Percentage,

    /// <summary>An estimate from a sample of people, in per cent.</summary>
    Survey,
}

/// <summary>Whether lower or higher values are better.</summary>
public enum Polarity
{
    /// <summary>A lower value is better.</summary>
    LowerIsBetter,

    /// <summary>A higher value is better.</summary>
    HigherIsBetter,

    /// <summary>Neither is better: a change alone is neither good nor bad.</summary>
    Neutral,
}
