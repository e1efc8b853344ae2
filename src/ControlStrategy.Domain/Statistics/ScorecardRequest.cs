using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Statistics;

/// <summary>What a scorecard is asked for, with everything needed to answer it.</summary>
public sealed record ScorecardRequest
{
    /// <summary>The period asked about.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The measures, in the order of the answer.</summary>
    public required IReadOnlyList<ScorecardMeasure> Measures { get; init; }

    /// <summary>Keys of the asked areas, in the order of the answer.</summary>
    public required IReadOnlyList<int> AreaIds { get; init; }

    /// <summary>The asked areas and all areas below them.</summary>
    public required AreaTree Areas { get; init; }

    /// <summary>
    /// Sums of current observations for the asked areas and those below, at most one for each measure, area, grain and year.
    /// </summary>
    public required IEnumerable<PeriodSum> Sums { get; init; }

    /// <summary>Populations of the same areas, of the mid-year inside the period's financial year and of any years before it.</summary>
    public required IEnumerable<PopulationCount> Populations { get; init; }
}

/// <summary>A measure as far as arithmetic needs it.</summary>
/// <param name="MeasureId">The measure's key.</param>
/// <param name="Kind">What its values are.</param>
public readonly record struct ScorecardMeasure(int MeasureId, MeasureKind Kind);

/// <summary>
/// What the observations of one grain that lie wholly within the period, or the same months of an earlier year, add up to.
/// </summary>
public readonly record struct PeriodSum
{
    /// <summary>The measure's key.</summary>
    public required int MeasureId { get; init; }

    /// <summary>The area's key.</summary>
    public required int AreaId { get; init; }

    /// <summary>The grain of the observations summed here.</summary>
    public required Grain Grain { get; init; }

    /// <summary>0 for the period itself, 1 to 5 for the same months so many years before.</summary>
    public required int YearsBack { get; init; }

    /// <summary>How many observations were summed, 1 or more.</summary>
    public required int RowCount { get; init; }

    /// <summary>The sum of their values.</summary>
    public required decimal Value { get; init; }

    /// <summary>The sum of their numerators; null unless every one of them has one.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The sum of their denominators; null unless every one of them has one.</summary>
    public decimal? Denominator { get; init; }
}

/// <summary>The people of an area on the 30 June of a year.</summary>
/// <param name="AreaId">The area's key.</param>
/// <param name="MidYear">The calendar year.</param>
/// <param name="AllAges">Persons of all ages, 0 or more.</param>
public readonly record struct PopulationCount(int AreaId, int MidYear, long AllAges);
