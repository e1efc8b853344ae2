using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>What a scorecard is asked for, with everything needed to answer it.</summary>
public sealed record ScorecardRequest
{
    /// <summary>How many years before the period are needed for the five-year mean, and for how much changes vary: nine changes from
    /// year to year.</summary>
    public const int HistoryYears = 10;

    /// <summary>The period asked about.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>How many years before it the period it is compared with lies, 1 or more.</summary>
    public int ComparedYearsBack { get; init; } = 1;

    /// <summary>How many years before the period the sums reach, at least the years it is compared over.</summary>
    public int YearsBack { get; init; } = HistoryYears;

    /// <summary>Whether changes are tested.</summary>
    public bool WithTests { get; init; } = true;

    /// <summary>The measures, in the order of the answer.</summary>
    public required IReadOnlyList<ScorecardMeasure> Measures { get; init; }

    /// <summary>Keys of the asked areas, in the order of the answer.</summary>
    public required IReadOnlyList<int> AreaIds { get; init; }

    /// <summary>The asked areas and all areas below them.</summary>
    public required AreaTree Areas { get; init; }

    /// <summary>
    /// Sums of observations for the asked areas and those below, at most one for each measure, area, grain and year.
    /// </summary>
    public required IEnumerable<PeriodSum> Sums { get; init; }

    /// <summary>The same for the 12 months to the end of the period; not read where the period is a financial year.</summary>
    public IEnumerable<PeriodSum> Rolling12Sums { get; init; } = [];

    /// <summary>Populations of the same areas, of the mid-year inside the period's financial year and of any years before it.</summary>
    public required IEnumerable<PopulationCount> Populations { get; init; }

    /// <summary>What the measures should come to in the period's financial year, at most one for each measure and area.</summary>
    public IEnumerable<Aim> Aims { get; init; } = [];
}

/// <summary>A measure as far as arithmetic needs it.</summary>
/// <param name="MeasureId">The measure's key.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Polarity">Whether lower or higher is better.</param>
public sealed record ScorecardMeasure(int MeasureId, MeasureKind Kind, Polarity Polarity = Polarity.Neutral)
{
    /// <summary>Whether each count says how many of it were cleared up.</summary>
    public bool CountsClearedUp { get; init; }

    /// <summary>The usual length of its periods.</summary>
    public Grain Grain { get; init; } = Grain.Year;

    /// <summary>First days that are counted differently than the day before.</summary>
    public IReadOnlyList<DateOnly> Breaks { get; init; } = [];

    /// <summary>Whether figures of two periods, the earlier one first, are not counted alike.</summary>
    public bool IsBroken(ReportingPeriod earlier, ReportingPeriod later) =>
        Breaks.Any(day => day > earlier.FirstDay && day <= later.LastDay);
}

/// <summary>What a measure should come to in an area in a financial year.</summary>
/// <param name="MeasureId">The measure's key.</param>
/// <param name="AreaId">The area's key.</param>
/// <param name="Value">The value aimed at, in the measure's unit.</param>
/// <param name="Tolerance">How far off is tolerated: per cent of the value; percentage points for percentages and surveys.</param>
public readonly record struct Aim(int MeasureId, int AreaId, decimal Value, decimal Tolerance);
