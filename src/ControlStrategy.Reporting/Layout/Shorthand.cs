namespace ControlStrategy.Reporting.Layout;

/// <summary>A mark in the place of a figure, after the Government Statistical Service's list of shorthand.</summary>
/// <param name="Mark">The mark, such as `[x]`.</param>
/// <param name="Meaning">What it means.</param>
public sealed record Shorthand(string Mark, string Meaning)
{
    /// <summary>`[x]`: not available.</summary>
    public static Shorthand NotAvailable { get; } = new("[x]", "Not available");

    private static readonly Shorthand NotApplicable = new("[z]", "Not applicable");

    private static readonly Dictionary<string, Shorthand> ByReason = new(StringComparer.Ordinal)
    {
        ["CONFIDENTIAL"] = new("[c]", "Confidential: withheld so that no person can be identified"),
        ["NOT_AVAILABLE"] = NotAvailable,
        ["NOT_APPLICABLE"] = NotApplicable,
        ["LOW_RELIABILITY"] = new("[u]", "Low reliability: based on too few answers to be shown"),
        ["TOO_FEW_POINTS"] = NotAvailable,
        ["NOT_A_PROBABILITY_SAMPLE"] = NotApplicable,
        ["BREAK_IN_SERIES"] = new("[b]", "Break in series: not comparable across it"),
    };

    /// <summary>The reasons an answer may give for a missing figure, by their names in the schema.</summary>
    public static IReadOnlyDictionary<string, Shorthand> Reasons => ByReason;
}
