using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Domain.Measures;

/// <summary>A definition of something counted or estimated.</summary>
public sealed class Measure : IHasRules
{
    /// <summary>Key, unique among measures.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among measures.</summary>
    public required string Code { get; init; }

    /// <summary>Name as shown.</summary>
    public required string Name { get; init; }

    /// <summary>What exactly is counted or estimated.</summary>
    public required string Definition { get; init; }

    /// <summary>Key of the outcome.</summary>
    public int OutcomeId { get; private set; }

    /// <summary>The outcome it informs about.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Which of the strategy's considerations it belongs to.</summary>
    public required MeasureGroup Group { get; init; }

    /// <summary>What sort of number it gives.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>What one is: crimes, per cent, per 10,000 people.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals to show, 0 to 4.</summary>
    /// <exception cref="RuleBrokenException">MEASURE_DECIMALS: not from 0 to 4.</exception>
    public required int Decimals
    {
        get;
        init => field = value is >= 0 and <= Amount.Decimals
            ? value
            : throw new RuleBrokenException("MEASURE_DECIMALS", $"A measure shows 0 to {Amount.Decimals} decimals, not {value}.");
    }

    /// <summary>Whether lower or higher is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>The usual length of its periods; observations of every length are accepted.</summary>
    public required Grain Grain { get; init; }

    /// <summary>What the numerator counts; always there for a percentage. Of a count: what was cleared up of it; none where that is not recorded.</summary>
    public string? NumeratorLabel { get; init; }

    /// <summary>What the denominator counts; always there for a percentage, never for a count.</summary>
    public string? DenominatorLabel { get; init; }

    /// <summary>Who publishes or records the figures.</summary>
    public required string Source { get; init; }

    /// <summary>Version of the classification the figures are counted by; none where there is one only.</summary>
    public string? ClassificationVersion { get; init; }

    /// <summary>Smallest count that may be shown to a restricted audience; 0 shows every count.</summary>
    /// <exception cref="RuleBrokenException">MEASURE_THRESHOLD: below 0.</exception>
    public required int DisclosureThreshold
    {
        get;
        init => field = value >= 0
            ? value
            : throw new RuleBrokenException("MEASURE_THRESHOLD", $"A disclosure threshold is 0 or more, not {value}.");
    }

    /// <summary>Whether its figures are demonstration data, not statistics.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Its values by area and period.</summary>
    public List<Observation> Observations { get; } = [];

    /// <summary>What it should be, by area and financial year.</summary>
    public List<Target> Targets { get; } = [];

    /// <summary>What was written about it, by area and period.</summary>
    public List<Commentary> Commentaries { get; } = [];

    /// <summary>From when on it is counted differently.</summary>
    public List<MeasureBreak> Breaks { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">MEASURE_LABELS: a percentage lacks a label, or a count has a denominator.</exception>
    public void CheckRules()
    {
        if (Kind is MeasureKind.Percentage && (string.IsNullOrWhiteSpace(NumeratorLabel) || string.IsNullOrWhiteSpace(DenominatorLabel)))
            throw new RuleBrokenException("MEASURE_LABELS", $"Measure {Code}: a percentage has a numerator and a denominator label.");
        if (Kind is MeasureKind.Count && DenominatorLabel is not null)
            throw new RuleBrokenException("MEASURE_LABELS", $"Measure {Code}: a count has no denominator.");
    }
}
