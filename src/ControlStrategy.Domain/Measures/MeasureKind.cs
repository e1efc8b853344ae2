namespace ControlStrategy.Domain.Measures;

/// <summary>What the values of a measure are, which decides how they add up and how they are compared.</summary>
public enum MeasureKind
{
    /// <summary>A number of events. Adds up over areas and periods.</summary>
    Count,

    /// <summary>Events per 10,000 of a population.</summary>
    Rate,

    /// <summary>A share in per cent, numerator over denominator.</summary>
    Percentage,

    /// <summary>A weighted estimate of a survey. Never added up.</summary>
    Survey,
}
