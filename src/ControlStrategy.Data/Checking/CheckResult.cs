namespace ControlStrategy.Data.Checking;

/// <summary>What one check of the stored data found.</summary>
/// <param name="Name">What was checked, such as <c>totals of counts</c>.</param>
/// <param name="Unit">What was compared, in the plural, such as <c>totals</c>.</param>
/// <param name="Compared">How many were compared.</param>
/// <param name="Wrong">How many of them are wrong.</param>
/// <param name="Findings">The first of the wrong ones, each in words, at most <see cref="MostFindings"/>.</param>
public sealed record CheckResult(string Name, string Unit, long Compared, long Wrong, IReadOnlyList<string> Findings)
{
    /// <summary>How many findings of one check are told in words.</summary>
    public const int MostFindings = 20;
}
