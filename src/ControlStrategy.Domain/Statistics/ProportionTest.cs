namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// The two-sided z-test of two proportions: (p1 - p2) / √(p(1 - p)(1/n1 + 1/n2)) with the pooled p = (x1 + x2)/(n1 + n2), against the
/// standard normal distribution.
/// </summary>
public static class ProportionTest
{
    /// <summary>The probability of a difference at least as large by chance alone, 0 to 1; 1 where all or none were counted on both sides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A share is no proportion: below 0 or above 1, or of nothing.</exception>
    public static double PValue(Share one, Share other)
    {
        Check(one);
        Check(other);
        return CountTest.NormalTails(Share.Difference(one, other));
    }

    private static void Check(Share side)
    {
        if (!side.IsProportion)
            throw new ArgumentOutOfRangeException(nameof(side), side, "A proportion is 0 to 1 of something.");
    }
}
