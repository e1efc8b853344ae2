using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Surveys;

/// <summary>A survey estimate as it may be shown, with its margin of error at 95%; or the reason why one of them is missing.</summary>
public sealed record ShownEstimate
{
    private ShownEstimate()
    {
    }

    /// <summary>Weighted share of favourable responses in per cent, 0 to 100, unrounded; null where the reason says why.</summary>
    public double? Percentage { get; private init; }

    /// <summary>Half the width of the 95% interval in percentage points; null where the reason says why.</summary>
    public double? HalfWidth { get; private init; }

    /// <summary>Lower end of the 95% interval in per cent: percentage less half-width, not cut at 0.</summary>
    public double? Lower => Percentage - HalfWidth;

    /// <summary>Upper end of the 95% interval in per cent: percentage plus half-width, not cut at 100.</summary>
    public double? Upper => Percentage + HalfWidth;

    /// <summary>People who answered, unweighted, to the nearest 10 (5 goes up); null where not published. The half-width uses the exact number.</summary>
    public int? Base { get; private init; }

    /// <summary>The design factor in the half-width: the wave's own; of pooled sweeps without one, the mean of theirs. Null without half-width.</summary>
    public double? DesignFactor { get; private init; }

    /// <summary>Why the percentage, or where there is one its interval, is missing; null where both are there.</summary>
    public Reason? Reason { get; private init; }

    /// <summary>An estimate that is not shown.</summary>
    internal static ShownEstimate Missing(Reason reason, int? unweightedBase = null) => new() { Reason = reason, Base = Rounded(unweightedBase) };

    /// <summary>A percentage without a margin of error.</summary>
    internal static ShownEstimate WithoutMargin(decimal percentage, int? unweightedBase, Reason reason) =>
        new() { Percentage = (double)percentage, Base = Rounded(unweightedBase), Reason = reason };

    /// <summary>A percentage with its margin of error.</summary>
    internal static ShownEstimate WithMargin(decimal percentage, int unweightedBase, decimal designFactor) => new()
    {
        Percentage = (double)percentage,
        Base = Rounded(unweightedBase),
        DesignFactor = (double)designFactor,
        HalfWidth = MarginOfError.HalfWidth((double)percentage, unweightedBase, (double)designFactor),
    };

    private static int? Rounded(int? unweightedBase) =>
        unweightedBase is { } people ? (int)Math.Round(people / 10m, MidpointRounding.AwayFromZero) * 10 : null;
}
