namespace ControlStrategy.Domain.Statistics;

/// <summary>A count with what it was exposed to.</summary>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Exposure">People times months, or any other amount of opportunity that both sides of a comparison are stated in; above 0.</param>
public readonly record struct Exposed(double Count, double Exposure)
{
    /// <summary>The count for each unit of exposure.</summary>
    internal double Rate => Count / Exposure;

    /// <summary>The estimated variance of that rate.</summary>
    internal double Variance => Count / (Exposure * Exposure);

    /// <summary>The standardised difference of two rates, (k1/n1 - k2/n2) / √(k1/n1² + k2/n2²); 0 where both counts are 0.</summary>
    internal static double Difference(Exposed one, Exposed other)
    {
        var variance = one.Variance + other.Variance;
        return variance == 0 ? 0 : (one.Rate - other.Rate) / Math.Sqrt(variance);
    }
}

/// <summary>A part of a whole.</summary>
/// <param name="Numerator">How many were counted, 0 or more.</param>
/// <param name="Denominator">Out of how many, above 0.</param>
public readonly record struct Share(double Numerator, double Denominator)
{
    /// <summary>Whether no more were counted than there were, as a test of proportions needs.</summary>
    public bool IsProportion => Numerator >= 0 && Denominator > 0 && Numerator <= Denominator;

    /// <summary>The standardised difference of two proportions with pooled variance; 0 where all or none were counted on both sides.</summary>
    internal static double Difference(Share one, Share other)
    {
        var pooled = (one.Numerator + other.Numerator) / (one.Denominator + other.Denominator);
        var variance = pooled * (1 - pooled) * ((1 / one.Denominator) + (1 / other.Denominator));
        return variance <= 0 ? 0 : ((one.Numerator / one.Denominator) - (other.Numerator / other.Denominator)) / Math.Sqrt(variance);
    }
}
