using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// What the observations of one grain that lie wholly within a period add up to.
/// </summary>
public readonly record struct PeriodSum
{
    /// <summary>The measure's key.</summary>
    public required int MeasureId { get; init; }

    /// <summary>The area's key.</summary>
    public required int AreaId { get; init; }

    /// <summary>The grain of the observations summed here.</summary>
    public required Grain Grain { get; init; }

    /// <summary>Which of the periods asked about, from 0: in a scorecard how many years back, in a series how many periods after the first.</summary>
    public required int Place { get; init; }

    /// <summary>How many observations were summed, 1 or more.</summary>
    public required int RowCount { get; init; }

    /// <summary>The sum of their values.</summary>
    public required decimal Value { get; init; }

    /// <summary>The sum of their numerators; null unless every one of them has one.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The sum of their denominators; null unless every one of them has one.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Whether any of them may still change.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>This sum with another of the same measure, area and grain.</summary>
    /// <param name="other">A sum of other observations.</param>
    public PeriodSum With(PeriodSum other) => this with
    {
        RowCount = RowCount + other.RowCount,
        Value = Value + other.Value,
        Numerator = Numerator + other.Numerator,
        Denominator = Denominator + other.Denominator,
        IsProvisional = IsProvisional || other.IsProvisional,
    };
}
