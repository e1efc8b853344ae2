using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>How a figure stands against its target. The word counts; a colour only stands beside it.</summary>
public enum Rag
{
    /// <summary>At least as good as the target.</summary>
    OnTarget,

    /// <summary>Worse than the target, by no more than the tolerance.</summary>
    WithinTolerance,

    /// <summary>Worse than the target by more than the tolerance.</summary>
    OffTarget,

    /// <summary>Nothing to judge: no target, no figure for twelve months, or a measure of which neither direction is better.</summary>
    NoTarget,
}

/// <summary>
/// Red, amber and green from target, tolerance and polarity; bounds belong to the better side. The tolerance is per cent of the target for
/// counts and rates, percentage points for percentages and surveys.
/// </summary>
public static class RedAmberGreen
{
    /// <summary>How a figure of twelve months stands.</summary>
    /// <param name="value">The figure in the measure's unit; null where there is none.</param>
    /// <param name="target">The value aimed at; null without a target.</param>
    /// <param name="tolerance">How far off is tolerated, 0 or more.</param>
    /// <param name="measure">What the values are, and which are better.</param>
    public static Rag Of(double? value, decimal? target, decimal tolerance, (MeasureKind Kind, Polarity Polarity) measure)
    {
        if (value is not { } figure || target is not { } aim || measure.Polarity is Polarity.Neutral)
            return Rag.NoTarget;
        var reach = measure.Kind is MeasureKind.Count or MeasureKind.Rate ? Math.Abs(aim) * tolerance / 100 : tolerance;
        var worse = measure.Polarity is Polarity.LowerIsBetter ? Exact(figure) - aim : aim - Exact(figure);
        if (worse <= 0) return Rag.OnTarget;
        return worse <= reach ? Rag.WithinTolerance : Rag.OffTarget;
    }

    // A bound that is met exactly must count as met, which the rounding of binary numbers would leave to chance.
    private static decimal Exact(double figure) => Math.Round((decimal)Math.Clamp(figure, -1e15, 1e15), 9);
}
