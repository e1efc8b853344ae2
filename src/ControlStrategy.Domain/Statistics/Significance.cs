namespace ControlStrategy.Domain.Statistics;

/// <summary>How unlikely a change is by chance alone, as the shorthand of official statistics says it.</summary>
public enum Significance
{
    /// <summary>Not significant: a probability of 5% or more. Shorthand [ns].</summary>
    Ns,

    /// <summary>Significant at the 5% level. Shorthand [s].</summary>
    S,

    /// <summary>Significant at the 1% level. Shorthand [ss].</summary>
    Ss,

    /// <summary>Significant at the 0.1% level. Shorthand [sss].</summary>
    Sss,
}

/// <summary>Reads the significance from a probability.</summary>
public static class SignificanceLevels
{
    /// <summary>The significance of a probability.</summary>
    /// <param name="pValue">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no probability.</exception>
    public static Significance Of(double pValue) => pValue switch
    {
        >= 0 and < 0.001 => Significance.Sss,
        >= 0 and < 0.01 => Significance.Ss,
        >= 0 and < 0.05 => Significance.S,
        >= 0 and <= 1 => Significance.Ns,
        _ => throw new ArgumentOutOfRangeException(nameof(pValue), pValue, "A probability is 0 to 1."),
    };
}
