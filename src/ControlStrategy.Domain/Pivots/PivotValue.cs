namespace ControlStrategy.Domain.Pivots;

/// <summary>A figure of the scorecard as a value of a pivot.</summary>
public enum PivotValue
{
    /// <summary>The figure of the period, in the measure's unit.</summary>
    Value,

    /// <summary>Lower end of its 95% interval, in the measure's unit.</summary>
    Lower,

    /// <summary>Upper end of its 95% interval, in the measure's unit.</summary>
    Upper,

    /// <summary>The counted part of a percentage or rate; of a count what was cleared up of it.</summary>
    Numerator,

    /// <summary>What the numerator of a percentage or rate is a part of.</summary>
    Denominator,

    /// <summary>The figure of the same months one year before.</summary>
    Previous,

    /// <summary>The period less that one: a number for counts, percentage points for percentages, per 10,000 for rates.</summary>
    Change,

    /// <summary>The same in per cent of the earlier figure (10.5 is 10.5%); for counts only.</summary>
    ChangePercent,

    /// <summary>Probability, 0 to 1, of a change at least as large by chance, allowing for how much earlier changes varied.</summary>
    PValue,

    /// <summary>That probability adjusted for the number of changes tested in this pivot, by Benjamini and Hochberg's procedure.</summary>
    AdjustedPValue,

    /// <summary>NS, S (below 5%), SS (1%) or SSS (0.1%): read from the unadjusted probability.</summary>
    Significance,

    /// <summary>The mean of the same months of the five years before; needs all five.</summary>
    FiveYearMean,

    /// <summary>The period less that mean, as the change.</summary>
    FiveYearChange,

    /// <summary>The same in per cent of the mean; for counts only.</summary>
    FiveYearChangePercent,

    /// <summary>The 12 months to the end of the period.</summary>
    Rolling12,

    /// <summary>Those 12 months less the 12 before them, as the change.</summary>
    Rolling12Change,

    /// <summary>The same in per cent of the 12 before; for counts only.</summary>
    Rolling12ChangePercent,

    /// <summary>The period's count per 10,000 people.</summary>
    Rate,

    /// <summary>Cleared up in the period for each hundred recorded in it; can exceed 100.</summary>
    DetectionRate,

    /// <summary>What was aimed at in the period's financial year, in the measure's unit.</summary>
    Target,

    /// <summary>ON_TARGET, WITHIN_TOLERANCE, OFF_TARGET or NO_TARGET: the financial year, or the 12 months to the end of a part of one.</summary>
    Rag,

    /// <summary>How the last point stands in the control chart of the 36 months to the end of the period.</summary>
    Variation,

    /// <summary>CONSISTENTLY_PASSING, CONSISTENTLY_FAILING or HIT_OR_MISS: that chart's limits against the target.</summary>
    Assurance,

    /// <summary>How many measures the cell stands for; over several areas or periods each counts once for every one of them.</summary>
    MeasureCount,
}
