namespace ControlStrategy.Domain.Pivots;

/// <summary>By what the rows or the columns of a pivot are told apart.</summary>
public enum PivotDimension
{
    /// <summary>The outcomes of the measures; a measure belongs to its own outcome only, not to the one above.</summary>
    Outcome,

    /// <summary>The measures.</summary>
    Measure,

    /// <summary>The areas.</summary>
    Area,

    /// <summary>The periods.</summary>
    Period,

    /// <summary>How measures stand against their targets: on target, within tolerance, off target, no target.</summary>
    Status,

    /// <summary>How the control charts of measures stand: improving, concerning, neutral change, common cause, no chart.</summary>
    Variation,
}

/// <summary>Which totals a pivot has. They follow what they are the total of.</summary>
public enum PivotTotals
{
    /// <summary>None.</summary>
    None,

    /// <summary>One for each member of the first dimension, of the first two, and so on.</summary>
    Subtotals,

    /// <summary>One of everything.</summary>
    Grand,

    /// <summary>Subtotals and the grand total.</summary>
    All,
}

/// <summary>How a control chart stands at its last point, high and low taken together.</summary>
public enum VariationGroup
{
    /// <summary>Better than chance allows.</summary>
    Improving,

    /// <summary>Worse than chance allows.</summary>
    Concerning,

    /// <summary>Different beyond chance, where neither direction is better.</summary>
    NeutralChange,

    /// <summary>Varies as it usually does.</summary>
    CommonCause,

    /// <summary>There is no control chart.</summary>
    NoChart,
}
