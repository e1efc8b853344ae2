using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Revisions;

/// <summary>A stored figure as it was known at a moment.</summary>
public sealed record FigureState
{
    /// <summary>The value in the measure's unit, of a population persons of all ages, of an estimate per cent (10.5 is 10.5%); null where the reason says why.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Why an estimate has no percentage: LOW_RELIABILITY or NOT_AVAILABLE; null where there is a value.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The counted part of an observation that is a percentage or rate; of a count what was cleared up of it; else null.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What the numerator of an observation is a part of; else null.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Whether an observation may still change; null for the other figures.</summary>
    public ObservationStatus? Status { get; init; }

    /// <summary>How far off a target is still tolerated: per cent of the target, percentage points for a percentage; null for the other figures.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Of a population, persons aged 16 and over; null where not published, and for the other figures.</summary>
    public int? Aged16AndOver { get; init; }

    /// <summary>Of an estimate, people who answered, unweighted; null where not published, and for the other figures.</summary>
    public int? UnweightedBase { get; init; }

    /// <summary>Where an observation or estimate comes from; null for the other figures, whose import tells.</summary>
    public string? Source { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal Figure ToFigure() => Value is { } value ? Figure.Of((double)value) : Figure.Missing(Reason ?? Statistics.Reason.NotAvailable);
}
