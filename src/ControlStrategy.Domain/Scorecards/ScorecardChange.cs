using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>How far a figure is from the one it is compared with, and whether that is more than chance.</summary>
public sealed record ScorecardChange
{
    /// <summary>The difference, current less earlier: a number for counts, percentage points for percentages, per 10,000 for rates.</summary>
    public double? Number { get; private init; }

    /// <summary>The difference in per cent of the earlier figure (10.5 is 10.5%); for counts only, and not from 0.</summary>
    public double? Percent { get; private init; }

    /// <summary>Why one or both of them are missing: BREAK_IN_SERIES where the two are not counted alike; null where both are there.</summary>
    public Reason? Reason { get; private init; }

    /// <summary>The test of the change; null where there is none.</summary>
    public TestMethod? Method { get; private init; }

    /// <summary>
    /// Probability, 0 to 1, of a change at least as large by chance alone; what the significance is read from. It allows for how much the
    /// earlier changes of the measure in this area varied where there are five of them, else it is the plain one. Of a count it is that of the
    /// count for each person, with the populations of the two years, or the newest known by then; without populations, of the count itself.
    /// </summary>
    public double? PValue { get; private init; }

    /// <summary>
    /// The same probability if figures varied by chance alone: "Poisson only" for counts and rates, binomial for percentages. Recorded crime
    /// varies more than that.
    /// </summary>
    public double? PlainPValue { get; private init; }

    /// <summary>
    /// How many times more the earlier changes in this area varied than by chance: their mean squared standardised change, not below 1;
    /// null with fewer than five.
    /// </summary>
    public double? Dispersion { get; private init; }

    /// <summary>How many earlier changes that is calculated from.</summary>
    public int EarlierChanges { get; private init; }

    /// <summary>The probability adjusted for the number of changes tested in this answer, by Benjamini and Hochberg's procedure.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>The significance, read from the unadjusted probability.</summary>
    public Significance? Significance { get; private init; }

    /// <summary>
    /// Why there is no test: NOT_AVAILABLE without both figures and what they are made of, NOT_APPLICABLE for shares above 100%,
    /// BREAK_IN_SERIES where the measure is counted differently since.
    /// </summary>
    public Reason? TestReason { get; private init; }

    internal static ScorecardChange Of(Change change, YearTest test) => new()
    {
        Number = change.Number,
        Percent = change.Percent,
        Reason = change.Reason,
        Method = test.Result?.Method,
        PValue = test.Result?.PValue,
        PlainPValue = test.Result?.PlainPValue,
        Dispersion = test.Result?.Dispersion,
        EarlierChanges = test.EarlierChanges,
        Significance = test.Result?.Significance,
        TestReason = test.Reason,
    };
}
