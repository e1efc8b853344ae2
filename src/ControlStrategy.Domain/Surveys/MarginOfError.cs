namespace ControlStrategy.Domain.Surveys;

/// <summary>
/// The margin of error of survey percentages at 95%, as the Scottish Government computes and tests them: Scottish Crime and Justice Survey,
/// technical reports and statistical testing tool. It is a normal approximation: a percentage of 0 or 100 has a half-width of 0, and an
/// interval may reach a little below 0 or above 100.
/// </summary>
public static class MarginOfError
{
    /// <summary>Standard errors either side of an estimate that make 95%.</summary>
    public const double StandardErrors = 1.96;

    /// <summary>The method in one sentence, to stand beside its figures.</summary>
    public const string Method =
        "95% half-width = 1.96 × design factor × √(p(100 − p)/unweighted base); two estimates differ significantly if they are further "
        + "apart than √(half-width² + half-width²). Scottish Government, Scottish Crime and Justice Survey";

    /// <summary>Half the width of an estimate's interval at 95%, in percentage points, 0 or more.</summary>
    /// <param name="percentage">The estimate in per cent, 0 to 100.</param>
    /// <param name="unweightedBase">People who answered, 1 or more.</param>
    /// <param name="designFactor">Factor for the sample's design, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double HalfWidth(double percentage, int unweightedBase, double designFactor)
    {
        if (!(percentage is >= 0 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A percentage of responses is 0 to 100.");
        ArgumentOutOfRangeException.ThrowIfLessThan(unweightedBase, 1);
        if (!(designFactor > 0))
            throw new ArgumentOutOfRangeException(nameof(designFactor), designFactor, "A design factor is above 0.");
        return StandardErrors * designFactor * Math.Sqrt(percentage * (100 - percentage) / unweightedBase);
    }

    /// <summary>How far apart two estimates must be, and further, to differ significantly at 5%, in percentage points.</summary>
    /// <param name="halfWidth">Half-width of the one, in percentage points.</param>
    /// <param name="otherHalfWidth">Half-width of the other.</param>
    public static double Threshold(double halfWidth, double otherHalfWidth) =>
        Math.Sqrt((halfWidth * halfWidth) + (otherHalfWidth * otherHalfWidth));
}
