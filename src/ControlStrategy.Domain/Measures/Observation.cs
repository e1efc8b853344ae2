using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Releases;

namespace ControlStrategy.Domain.Measures;

/// <summary>One value of a measure for one area and one period. A correction is a new row and ends the old one.</summary>
public sealed partial class Observation : IHasRules, IFigure
{
    /// <summary>Key, unique among observations.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the measure.</summary>
    public int MeasureId { get; private set; }

    /// <summary>What was measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area it was measured for.</summary>
    public required Area Area { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Length of the period.</summary>
    public required Grain Grain { get; init; }

    /// <summary>The value in the measure's unit, with up to four decimals; per cent is 0 to 100.</summary>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: too large to keep.</exception>
    public required decimal Value { get; init => field = Amount.Kept(value); }

    /// <summary>The counted part of a percentage or rate; always there for a percentage.</summary>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: too large to keep.</exception>
    public decimal? Numerator { get; init => field = Amount.Kept(value); }

    /// <summary>What the numerator is a part of, above 0; always there for a percentage, never for a count.</summary>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: too large to keep.</exception>
    public decimal? Denominator { get; init => field = Amount.Kept(value); }

    /// <summary>Whether the value may still change.</summary>
    public required ObservationStatus Status { get; init; }

    /// <summary>When the row became the current one.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a newer row took its place; none while it is the current one.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Where the value comes from; says so where it is demonstration data.</summary>
    public required string Source { get; init; }

    /// <summary>Key of the release.</summary>
    public int? ReleaseId { get; private set; }

    /// <summary>The release it belongs to; none while it is for analysts only.</summary>
    public Release? Release { get; init; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that brought it, or what it is computed from; none where it came with the product.</summary>
    public Import? Import { get; init; }
}

/// <summary>Whether a value may still change.</summary>
public enum ObservationStatus
{
    /// <summary>May still change.</summary>
    Provisional,

    /// <summary>Changes only by a correction.</summary>
    Final,
}
