namespace ControlStrategy.Domain.Statistics;

/// <summary>How a change is tested against chance.</summary>
public enum TestMethod
{
    /// <summary>The E-test of two Poisson rates (Krishnamoorthy and Thomson 2004); with earlier changes its normal limit, divided by the root of their dispersion.</summary>
    PoissonETest,

    /// <summary>The z-test of two proportions with pooled variance; with earlier changes divided by the root of their dispersion.</summary>
    TwoProportionZ,
}

/// <summary>
/// Whether a change is more than chance. Figures of the police vary more than chance alone: where at least five earlier changes are given,
/// their dispersion φ is the mean of their squared standardised changes, not below 1, and the probability is that of the normal limit with
/// the statistic divided by √φ.
/// </summary>
/// <param name="Method">The test.</param>
/// <param name="PlainPValue">The probability if figures varied by chance alone, 0 to 1: "Poisson only", or binomial.</param>
/// <param name="Dispersion">How many times more the earlier changes varied, 1 or more; null with fewer than five.</param>
/// <param name="DispersedPValue">The probability with that dispersion, 0 to 1; null without it.</param>
public sealed record ChangeTest(TestMethod Method, double PlainPValue, double? Dispersion, double? DispersedPValue)
{
    /// <summary>How many earlier changes a dispersion needs: five.</summary>
    public const int FewestEarlierChanges = 5;

    /// <summary>The probability the significance is read from: with dispersion where there is one, else the plain one.</summary>
    public double PValue => DispersedPValue ?? PlainPValue;

    /// <summary>The significance.</summary>
    public Significance Significance => SignificanceLevels.Of(PValue);

    /// <summary>Tests the change of a count or rate.</summary>
    /// <param name="current">The count asked about.</param>
    /// <param name="earlier">The one it is compared with.</param>
    /// <param name="earlierChanges">Earlier changes of the same sort.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or an exposure not above 0.</exception>
    public static ChangeTest OfCounts(Exposed current, Exposed earlier, IReadOnlyList<(Exposed Current, Exposed Earlier)> earlierChanges)
    {
        ArgumentNullException.ThrowIfNull(earlierChanges);
        var dispersion = DispersionOf(earlierChanges, Exposed.Difference);
        return new ChangeTest(TestMethod.PoissonETest, CountTest.PValue(current, earlier), dispersion, Dispersed(Exposed.Difference(current, earlier), dispersion));
    }

    /// <summary>Tests the change of a percentage.</summary>
    /// <param name="current">The share asked about.</param>
    /// <param name="earlier">The one it is compared with.</param>
    /// <param name="earlierChanges">Earlier changes of the same sort.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is no proportion.</exception>
    public static ChangeTest OfProportions(Share current, Share earlier, IReadOnlyList<(Share Current, Share Earlier)> earlierChanges)
    {
        ArgumentNullException.ThrowIfNull(earlierChanges);
        var dispersion = DispersionOf(earlierChanges, Share.Difference);
        return new ChangeTest(TestMethod.TwoProportionZ, ProportionTest.PValue(current, earlier), dispersion, Dispersed(Share.Difference(current, earlier), dispersion));
    }

    private static double? DispersionOf<TSide>(IReadOnlyList<(TSide Current, TSide Earlier)> changes, Func<TSide, TSide, double> difference)
    {
        if (changes.Count < FewestEarlierChanges) return null;
        var squares = changes.Sum(change => Math.Pow(difference(change.Current, change.Earlier), 2));
        return Math.Max(1, squares / changes.Count);
    }

    private static double? Dispersed(double statistic, double? dispersion) =>
        dispersion is { } phi ? CountTest.NormalTails(statistic / Math.Sqrt(phi)) : null;
}
